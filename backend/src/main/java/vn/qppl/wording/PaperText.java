package vn.qppl.wording;

import java.util.ArrayList;
import org.springframework.web.util.HtmlUtils;
import vn.qppl.wording.ConsolidatedPaper.Line;
import vn.qppl.wording.ConsolidatedPaper.Style;

/** A consolidated text as plain text and as a page of HTML that needs nothing else; notes are numbered and stand at the end. */
final class PaperText {
    private PaperText() {}

    static String plain(ConsolidatedPaper paper) {
        var notes = new ArrayList<String>();
        var out = new StringBuilder("VĂN BẢN HỢP NHẤT KHÔNG CHÍNH THỨC\n")
                .append(paper.notice())
                .append("\n\n");
        out.append(paper.type()).append('\n').append(paper.title()).append("\n\n");
        for (var source : paper.sources()) out.append(source).append('\n');
        for (var line : paper.lines()) {
            if (line.style() == Style.DIVISION || line.style() == Style.ARTICLE) out.append('\n');
            var marks = new StringBuilder();
            for (var note : line.notes()) {
                notes.add(note);
                marks.append('[').append(notes.size()).append(']');
            }
            out.append(line.lead());
            if (!line.lead().isEmpty()) out.append(marks);
            if (!line.lead().isEmpty() && !line.words().isEmpty()) out.append(' ');
            out.append(line.words());
            if (line.lead().isEmpty()) out.append(marks);
            out.append('\n');
        }
        outstanding(paper, out);
        if (!notes.isEmpty()) out.append('\n');
        for (int i = 0; i < notes.size(); i++)
            out.append('[').append(i + 1).append("] ").append(notes.get(i)).append('\n');
        return out.toString();
    }

    private static void outstanding(ConsolidatedPaper paper, StringBuilder out) {
        if (paper.outstanding().isEmpty()) return;
        out.append("\nNội dung chưa hợp nhất được:\n");
        for (var line : paper.outstanding()) out.append("- ").append(line).append('\n');
    }

    static String html(ConsolidatedPaper paper) {
        var notes = new ArrayList<String>();
        var out = new StringBuilder("<!DOCTYPE html>\n<html lang=\"vi\">\n<head><meta charset=\"utf-8\"><title>")
                .append(escaped(paper.title()))
                .append(
                        "</title><meta name=\"robots\" content=\"noindex\"></head>\n<body>\n<p><strong>VĂN BẢN HỢP NHẤT KHÔNG CHÍNH THỨC</strong></p>\n");
        out.append("<p><em>").append(escaped(paper.notice())).append("</em></p>\n");
        out.append("<h1>").append(escaped(paper.type() + " " + paper.title())).append("</h1>\n");
        for (var source : paper.sources())
            out.append("<p>").append(escaped(source)).append("</p>\n");
        boolean table = false;
        for (var line : paper.lines()) {
            boolean row = line.style() == Style.ROW;
            if (row != table) out.append(row ? "<table>\n" : "</table>\n");
            table = row;
            if (row) row(line, out);
            else paragraph(line, notes, out);
        }
        if (table) out.append("</table>\n");
        if (!paper.outstanding().isEmpty()) {
            out.append("<h2>Nội dung chưa hợp nhất được</h2>\n<ul>\n");
            for (var line : paper.outstanding())
                out.append("<li>").append(escaped(line)).append("</li>\n");
            out.append("</ul>\n");
        }
        if (!notes.isEmpty()) {
            out.append("<h2>Chú thích</h2>\n<ol>\n");
            for (int i = 0; i < notes.size(); i++)
                out.append("<li id=\"n")
                        .append(i + 1)
                        .append("\">")
                        .append(escaped(notes.get(i)))
                        .append("</li>\n");
            out.append("</ol>\n");
        }
        return out.append("</body>\n</html>\n").toString();
    }

    private static void row(Line line, StringBuilder out) {
        out.append("<tr>");
        for (var cell : line.words().split("\t", -1))
            out.append("<td>").append(escaped(cell.strip())).append("</td>");
        out.append("</tr>\n");
    }

    private static void paragraph(Line line, ArrayList<String> notes, StringBuilder out) {
        var marks = new StringBuilder();
        for (var note : line.notes()) {
            notes.add(note);
            marks.append("<sup><a href=\"#n")
                    .append(notes.size())
                    .append("\">[")
                    .append(notes.size())
                    .append("]</a></sup>");
        }
        var tag = switch (line.style()) {
            case DIVISION -> "h2";
            case ARTICLE -> "h3";
            case BASIS, CLAUSE, POINT, PARAGRAPH, ROW -> "p";
        };
        out.append('<').append(tag).append('>').append(escaped(line.lead()));
        if (!line.lead().isEmpty()) out.append(marks).append(line.words().isEmpty() ? "" : " ");
        out.append(escaped(line.words()));
        if (line.lead().isEmpty()) out.append(marks);
        out.append("</").append(tag).append(">\n");
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
