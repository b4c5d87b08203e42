package vn.qppl.structure;

import java.util.ArrayList;
import java.util.List;
import vn.qppl.text.Span;

/** The units of quoted new text, whose numbers begin wherever the target's do. */
final class QuotedUnits {
    private QuotedUnits() {}

    static List<Found.Mark> of(String text, Span span) {
        var marks = new ArrayList<Found.Mark>();
        String article = "";
        String clause = "";
        String point = "";
        for (var line : Lines.of(span.in(text))) {
            if (line.blank()) continue;
            int words = span.start() + line.words();
            int end = span.start() + line.end();
            char first = text.charAt(words);
            if (first == '“' || first == '"' || first == '«') words++;
            var marker = Marker.at(text, words, end);
            if (marker == null) continue;
            switch (marker.level()) {
                case ARTICLE -> {
                    if (!marker.strict() && marker.rest() < end) continue;
                    if (!article.isEmpty() && Sequence.step(article, marker.number()) < 0) continue;
                    article = marker.number();
                    clause = "";
                    point = "";
                }
                case CLAUSE -> {
                    boolean follows = clause.isEmpty()
                            || Sequence.step(clause, marker.number()) >= 0
                                    && Sequence.step(clause, marker.number()) <= 30;
                    if (!follows) continue;
                    clause = marker.number();
                    point = "";
                }
                case POINT -> {
                    boolean follows = point.isEmpty() || Sequence.pointStep(point, marker.number()) >= 0;
                    if (!follows) continue;
                    point = marker.number();
                }
                case PART, CHAPTER, SECTION, SUBSECTION -> {
                    clause = "";
                    point = "";
                }
            }
            marks.add(new Found.Mark(marker.level(), marker.number(), span.start() + line.start(), marker.rest(), end));
        }
        return marks;
    }
}
