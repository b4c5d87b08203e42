package vn.qppl.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.qppl.document.LegalDocument;
import vn.qppl.effect.Effect;
import vn.qppl.structure.LegalText.ComponentKind;
import vn.qppl.structure.UnitLevel;

/**
 * A text of a day laid out as văn bản hợp nhất are: what it is put together from, the bases, the provisions with numbered notes at
 * each change. Unofficial, and says so.
 *
 * @param number of the document consolidated; empty where it has none
 * @param type in capitals
 * @param sources the sentence that names the document and what changed it, then one line for each of these
 * @param outstanding what could not be put in, one line each
 */
record ConsolidatedPaper(
        String issuer,
        String number,
        String type,
        String title,
        String notice,
        List<String> sources,
        List<String> outstanding,
        List<Line> lines) {

    enum Style {
        BASIS,
        DIVISION,
        ARTICLE,
        CLAUSE,
        POINT,
        PARAGRAPH,
        ROW
    }

    /**
     * @param lead number as printed: "Điều 3.", "2.", "đ)"; notes stand behind it, or behind the words where it is empty
     * @param notes that stand here, in order
     */
    record Line(Style style, String lead, String words, List<String> notes) {}

    static ConsolidatedPaper of(Wording wording, LocalDate on, String notice, Map<Long, LegalDocument> causes) {
        var document = wording.document();
        var builder = new Builder(wording.effects(), causes);
        var text = wording.on(on);
        for (var component : text.components()) builder.component(component);
        return new ConsolidatedPaper(
                document.issuerName(),
                document.numberWritten(),
                document.type().label().toUpperCase(Locale.ROOT),
                document.title(),
                notice,
                sources(wording, on, causes),
                wording.outstanding(on).stream()
                        .map(u -> (u.target() == null ? "Toàn văn bản" : u.target()) + ", theo "
                                + (u.provision() == null ? "" : u.provision() + " ") + u.number() + ": " + u.reason())
                        .toList(),
                List.copyOf(builder.lines));
    }

    private static List<String> sources(Wording wording, LocalDate on, Map<Long, LegalDocument> causes) {
        var ids = wording.consolidates(on);
        var out = new ArrayList<String>();
        var named = named(wording.document());
        if (ids.isEmpty()) return List.of(named + ".");
        out.add(named + ", được sửa đổi, bổ sung bởi:");
        int n = 0;
        for (var id : ids) {
            var cause = causes.get(id);
            if (cause == null) continue;
            n++;
            out.add(n + ". " + named(cause) + since(wording, id) + (n == ids.size() ? "." : ";"));
        }
        return List.copyOf(out);
    }

    private static String named(LegalDocument d) {
        var number = d.numberWritten().isEmpty() ? "" : " số " + d.numberWritten();
        var day = d.issuedOn() == null ? "" : " ngày " + ChangeNote.spelled(d.issuedOn());
        var issuer = d.issuerName().isEmpty() ? "" : " của " + d.issuerName();
        return d.type().label()
                + number
                + day
                + issuer
                + (d.title().isBlank() ? "" : " " + ChangeNote.uncapped(d.title()));
    }

    private static String since(Wording wording, long causeId) {
        LocalDate first = null;
        for (var e : wording.effects().values()) {
            var cause = e.causeId();
            if (cause == null || cause != causeId || e.from() == null) continue;
            if (first == null || e.from().isBefore(first)) first = e.from();
        }
        return first == null ? "" : ", có hiệu lực kể từ ngày " + ChangeNote.spelled(first);
    }

    /** "12_2023_QĐ-UBND_2025-03-01": as a file may be called. */
    static String fileName(LegalDocument document, LocalDate on) {
        var name = document.numberWritten().isEmpty() ? "van-ban-" + document.id() : document.numberWritten();
        return name.replaceAll("[^\\p{L}\\p{N}.-]+", "_") + "_" + on;
    }

    private static final class Builder {
        final List<Line> lines = new ArrayList<>();
        private final Map<Long, Effect> effects;
        private final Map<Long, LegalDocument> causes;

        Builder(Map<Long, Effect> effects, Map<Long, LegalDocument> causes) {
            this.effects = effects;
            this.causes = causes;
        }

        void component(DayText.Component c) {
            if (c.kind() == ComponentKind.MAIN) {
                bases(c.opening());
            } else {
                lines.add(new Line(
                        Style.DIVISION,
                        "",
                        c.label() + (c.repealed() ? " (được bãi bỏ)" : ""),
                        notes(c.effects(), null)));
                if (!c.repealed()) words(c.opening(), Style.PARAGRAPH, "", List.of());
            }
            for (var p : c.provisions()) provision(p);
        }

        /** Letterhead and title are the paper's own; what remains of an opening are the bases. */
        private void bases(String opening) {
            boolean begun = false;
            for (var line : opening.split("\\n", -1)) {
                var words = line.strip();
                begun |= words.startsWith("Căn cứ");
                if (begun && !words.isEmpty()) lines.add(new Line(Style.BASIS, "", words, List.of()));
            }
        }

        private void provision(DayText.Provision p) {
            var notes = notes(p.ownEffects(), p.level());
            if (p.repealed()) {
                lines.add(new Line(style(p.level()), p.printed(), "(được bãi bỏ)", notes));
                return;
            }
            if (p.level().compareTo(UnitLevel.ARTICLE) < 0) {
                lines.add(new Line(Style.DIVISION, p.printed(), "", notes));
                if (!p.heading().isEmpty()) lines.add(new Line(Style.DIVISION, "", p.heading(), List.of()));
                words(p.words(), Style.DIVISION, "", List.of());
            } else if (p.level() == UnitLevel.ARTICLE) {
                lines.add(new Line(Style.ARTICLE, p.printed(), p.heading(), notes));
                words(p.words(), Style.PARAGRAPH, "", List.of());
            } else words(p.words(), style(p.level()), p.printed(), notes);
            for (var child : p.children()) provision(child);
        }

        private static Style style(UnitLevel level) {
            return switch (level) {
                case PART, CHAPTER, SECTION, SUBSECTION -> Style.DIVISION;
                case ARTICLE -> Style.ARTICLE;
                case CLAUSE -> Style.CLAUSE;
                case POINT -> Style.POINT;
            };
        }

        private void words(String words, Style style, String lead, List<String> notes) {
            boolean first = true;
            for (var line : words.split("\\n", -1)) {
                if (line.isBlank() && !(first && !lead.isEmpty())) continue;
                boolean row = line.indexOf('\t') >= 0;
                lines.add(new Line(
                        row ? Style.ROW : first ? style : Style.PARAGRAPH,
                        first && !row ? lead : "",
                        row ? line : line.strip(),
                        first ? notes : List.of()));
                first = false;
            }
        }

        private List<String> notes(Iterable<Long> ids, @Nullable UnitLevel level) {
            var out = new ArrayList<String>();
            for (var id : ids) {
                var effect = effects.get(id);
                if (effect == null) continue;
                var cause = effect.causeId() == null ? null : causes.get(effect.causeId());
                out.add(ChangeNote.of(effect, level, cause));
            }
            return out;
        }
    }
}
