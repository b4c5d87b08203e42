package vn.qppl.scrutiny;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.Reading;
import vn.qppl.scrutiny.MachineFinding.Evidence;
import vn.qppl.structure.Blanks;
import vn.qppl.structure.LegalText.Component;
import vn.qppl.structure.LegalText.ComponentKind;
import vn.qppl.structure.LegalText.Quotation;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;
import vn.qppl.text.Span;

/** The text under scrutiny: its words, its units, and where in them something stands. */
final class Text {
    private static final Pattern AMENDING =
            Pattern.compile("(?iu)sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính|ngưng hiệu lực");

    private final Reading reading;
    private final Facts facts;
    /** The words with marks of setting made blank; offsets are those of the text. */
    private final String words;

    Text(Reading reading, Facts facts) {
        this.reading = reading;
        this.facts = facts;
        this.words = Blanks.plain(reading.structure().text()).replace('*', ' ').replace('_', ' ');
    }

    Reading reading() {
        return reading;
    }

    Facts facts() {
        return facts;
    }

    Regime regime() {
        return facts.regime();
    }

    String words() {
        return words;
    }

    List<Component> components() {
        return reading.structure().components();
    }

    Component main() {
        return components().getFirst();
    }

    /** Whether the text changes other texts rather than ruling by itself. */
    boolean amending() {
        return reading.title() != null
                && AMENDING.matcher(reading.title().value()).find();
    }

    /** Quoted new text of an amending clause: words of the text that is amended. */
    boolean quoted(int offset) {
        for (Quotation quotation : reading.structure().quotations())
            if (quotation.span().contains(offset)) return true;
        return false;
    }

    Component componentAt(int offset) {
        for (var component : components()) if (component.span().contains(offset)) return component;
        return main();
    }

    /** The units that hold a place, from the widest to the narrowest. */
    List<Unit> path(int offset) {
        var path = new ArrayList<Unit>();
        var units = componentAt(offset).units();
        boolean found = true;
        while (found) {
            found = false;
            for (var unit : units)
                if (unit.span().contains(offset)) {
                    path.add(unit);
                    units = unit.children();
                    found = true;
                    break;
                }
        }
        return path;
    }

    Evidence evidence(int start, int end) {
        return evidence(new Span(start, end));
    }

    Evidence evidence(Span span) {
        var path = path(span.start());
        var component = componentAt(span.start());
        var address = path.isEmpty()
                ? component.eId().isEmpty() ? null : component.eId()
                : (component.eId().isEmpty() ? "" : component.eId() + "__")
                        + path.getLast().eId();
        return Evidence.of(span, span.in(words), place(component, path, span.start()), address);
    }

    /** For something that is missing: where it should stand. */
    static Evidence nowhere(int at, String place) {
        return new Evidence(new Span(at, at), "", place, null);
    }

    private String place(Component component, List<Unit> path, int offset) {
        var of = label(component);
        if (path.isEmpty()) {
            if (!of.isEmpty()) return of;
            var conclusions = component.conclusions();
            if (conclusions != null && offset >= conclusions.start()) return "Phần ký, nơi nhận";
            return "Phần mở đầu";
        }
        var label = new StringBuilder();
        for (int i = path.size() - 1; i >= 0; i--) {
            var unit = path.get(i);
            boolean wide = unit.level().compareTo(UnitLevel.ARTICLE) < 0;
            if (wide && i < path.size() - 1) break;
            if (!label.isEmpty()) label.append(' ');
            label.append(word(unit.level())).append(' ').append(unit.number());
        }
        if (!of.isEmpty()) label.append(' ').append(of);
        return label.toString();
    }

    static String word(UnitLevel level) {
        return switch (level) {
            case PART -> "Phần";
            case CHAPTER -> "Chương";
            case SECTION -> "Mục";
            case SUBSECTION -> "Tiểu mục";
            case ARTICLE -> "Điều";
            case CLAUSE -> "khoản";
            case POINT -> "điểm";
        };
    }

    private static String label(Component component) {
        return switch (component.kind()) {
            case MAIN -> "";
            case REGULATION -> "văn bản kèm theo";
            case ANNEX -> component.number() == null ? "Phụ lục" : "Phụ lục " + component.number();
            case FORM -> component.number() == null ? "Mẫu" : "Mẫu " + component.number();
        };
    }

    /** Articles of a component in the order of the text. */
    static List<Unit> articles(Component component) {
        var articles = new ArrayList<Unit>();
        component.units().forEach(unit -> collect(unit, articles));
        return articles;
    }

    private static void collect(Unit unit, List<Unit> into) {
        if (unit.level() == UnitLevel.ARTICLE) into.add(unit);
        else unit.children().forEach(child -> collect(child, into));
    }

    /** Components that rule: the document itself and what is attached to it with articles. */
    List<Component> ruling() {
        return components().stream()
                .filter(c -> c.kind() == ComponentKind.MAIN || c.kind() == ComponentKind.REGULATION)
                .toList();
    }

    @Nullable
    Unit article(Component component, String number) {
        for (var article : articles(component)) if (article.number().equals(number)) return article;
        return null;
    }

    /** The sentence around a place: to full stops, semicolons and ends of lines. */
    Span sentence(int offset) {
        int start = offset;
        while (start > 0 && offset - start < 600 && !ends(start - 1)) start--;
        while (start < offset && Character.isWhitespace(words.charAt(start))) start++;
        int end = offset;
        while (end < words.length() && end - offset < 600 && !ends(end)) end++;
        return new Span(
                start, Math.min(words.length(), end < words.length() && words.charAt(end) != '\n' ? end + 1 : end));
    }

    private boolean ends(int i) {
        char c = words.charAt(i);
        if (c == ';') return true;
        if (c == '\n') return lineEnds(i);
        return c == '.'
                && (i + 1 >= words.length() || Character.isWhitespace(words.charAt(i + 1)))
                && (i == 0 || !Character.isDigit(words.charAt(i - 1)) || !lineOpens(i));
    }

    /** A line broken in the middle of a sentence goes on: setters break long lines only. */
    private boolean lineEnds(int feed) {
        int last = feed - 1;
        while (last >= 0 && (words.charAt(last) == ' ' || words.charAt(last) == '\r' || words.charAt(last) == '\t'))
            last--;
        int next = feed + 1;
        while (next < words.length() && (words.charAt(next) == ' ' || words.charAt(next) == '\t')) next++;
        if (last < 0 || next >= words.length()) return true;
        char before = words.charAt(last);
        char after = words.charAt(next);
        if (".;:".indexOf(before) >= 0 || before == '\n' || after == '\n' || after == '\r') return true;
        if (marker(next)) return true;
        int start = words.lastIndexOf('\n', feed - 1) + 1;
        return !Character.isLowerCase(after) && feed - start < 60;
    }

    /** A clause's number, a point's letter, an article or a dash at the beginning of a line. */
    private boolean marker(int at) {
        int i = at;
        while (i < words.length() && i - at < 4 && Character.isLetterOrDigit(words.charAt(i))) i++;
        boolean number = i > at
                && i < words.length()
                && (words.charAt(i) == '.' || words.charAt(i) == ')')
                && (Character.isDigit(words.charAt(at)) || i - at <= 2);
        return number || words.startsWith("Điều ", at) || words.charAt(at) == '-' || words.charAt(at) == '+';
    }

    /** Whether the dot at {@code i} ends a clause's number, which stands at the beginning of a line. */
    private boolean lineOpens(int i) {
        int j = i - 1;
        while (j >= 0 && Character.isLetterOrDigit(words.charAt(j))) j--;
        while (j >= 0 && (words.charAt(j) == ' ' || words.charAt(j) == '\t')) j--;
        return j < 0 || words.charAt(j) == '\n';
    }
}
