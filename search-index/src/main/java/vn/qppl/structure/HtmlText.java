package vn.qppl.structure;

import vn.qppl.structure.TextParts.Kind;

/** A legal text as a page of HTML that stands by itself: units are elements with their identifiers, tables are tables. */
public final class HtmlText {
    private HtmlText() {}

    /** @param title of the page, plain */
    public static String write(LegalText legal, String title) {
        var html = new StringBuilder(legal.text().length() * 2);
        html.append("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n</head>\n<body>\n");
        boolean table = false;
        for (var part : TextParts.of(legal)) {
            if (table && part.kind() != Kind.ROW) html.append("</table>\n");
            var id = part.eId() == null ? "" : " id=\"" + escaped(part.eId()) + "\"";
            if (!table && part.kind() == Kind.ROW) {
                html.append("<table").append(id).append(">\n");
                id = "";
            }
            table = part.kind() == Kind.ROW;
            switch (part.kind()) {
                case HEADING ->
                    html.append("<h2")
                            .append(id)
                            .append('>')
                            .append(escaped(part.text()))
                            .append("</h2>\n");
                case ARTICLE ->
                    html.append("<h3")
                            .append(id)
                            .append('>')
                            .append(escaped(part.text()))
                            .append("</h3>\n");
                case CLAUSE -> paragraph(html, "khoan", id, part.text());
                case POINT -> paragraph(html, "diem", id, part.text());
                case PLAIN -> paragraph(html, "", id, part.text());
                case ROW -> {
                    html.append("<tr").append(id).append('>');
                    for (var cell : part.text().split("\t", -1))
                        html.append("<td>").append(escaped(cell.strip())).append("</td>");
                    html.append("</tr>\n");
                }
            }
        }
        if (table) html.append("</table>\n");
        return html.append("</body>\n</html>\n").toString();
    }

    private static void paragraph(StringBuilder html, String name, String id, String text) {
        html.append("<p");
        if (!name.isEmpty()) html.append(" class=\"").append(name).append('"');
        html.append(id).append('>').append(escaped(text)).append("</p>\n");
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (c >= ' ' || c == '\t') escaped.append(c);
                }
            }
        }
        return escaped.toString();
    }
}
