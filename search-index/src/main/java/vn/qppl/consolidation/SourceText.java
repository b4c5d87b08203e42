package vn.qppl.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.StructureReader;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;

/** What must be known of a text to take provisions out of it and put others in: labels, headings, noise of the page. */
final class SourceText {
    /** Running heads of Công báo and page numbers that stand in lines of their own. */
    private static final Pattern PAGE_NOISE = Pattern.compile(
            "\\h*+(?:\\d{1,4}|-\\h?\\d{1,4}\\h?-|(?:\\d{1,4}\\h++)?C?ÔNG BÁO/Số\\h.{1,60}|(?:\\d{1,4}\\h++)?CÔNG BÁO/.{1,80})\\h*+");

    /** What a legal portal puts above provisions that were changed later. */
    private static final Pattern PORTAL_NOISE = Pattern.compile(
            "\\h*+Điều khoản (?:này )?(?:đã )?(?:được|bị|có) (?:sửa đổi|bổ sung|bãi bỏ|thay thế|hướng dẫn|đính chính|hủy bỏ|hết hiệu lực|[, và]{1,4}){1,6}\\h*+");

    private SourceText() {}

    /** Without running heads between lines; the words of the provision stay as they are. */
    static String clean(String own) {
        if (own.indexOf('\n') < 0) return own.strip();
        var out = new StringBuilder(own.length());
        int from = 0;
        boolean first = true;
        while (from <= own.length()) {
            int end = own.indexOf('\n', from);
            if (end < 0) end = own.length();
            var line = own.substring(from, end);
            if (!noise(line, own, end)) {
                if (!first) out.append('\n');
                out.append(line);
            }
            first = false;
            from = end + 1;
        }
        return out.toString().strip();
    }

    private static boolean noise(String line, String own, int end) {
        if (line.length() > 140) return false;
        return PORTAL_NOISE.matcher(line).matches() || PAGE_NOISE.matcher(line).matches() && noisy(line, own, end);
    }

    /** A bare number is a page number only beside a running head or a blank line; in a table it is a value. */
    private static boolean noisy(String line, String own, int end) {
        if (line.contains("BÁO/")) return true;
        int next = own.indexOf('\n', end + 1);
        var after = own.substring(Math.min(end + 1, own.length()), next < 0 ? own.length() : next);
        return after.contains("BÁO/");
    }

    /** Where the words begin after "Điều 5.", "2.", "a)". */
    static int labelEnd(String own, Unit unit) {
        int i = 0;
        var number = unit.number();
        int limit = Math.min(own.length(), 40 + number.length());
        int at = -1;
        for (int k = 0; k + number.length() <= limit; k++) {
            if (own.regionMatches(true, k, number, 0, number.length())) {
                at = k;
                break;
            }
        }
        if (at < 0) return 0;
        i = at + number.length();
        while (i < own.length()
                && (".):*_".indexOf(own.charAt(i)) >= 0
                        || Character.isWhitespace(own.charAt(i)) && own.charAt(i) != '\n')) i++;
        if (i < own.length()
                && (own.charAt(i) == '-' || own.charAt(i) == '–')
                && unit.level() != UnitLevel.CLAUSE
                && unit.level() != UnitLevel.POINT) i++;
        return i;
    }

    /** Where the heading ends: as many characters that are no blanks as {@code heading} has. */
    static int headingEnd(String own, int from, String heading) {
        int i = from;
        for (int k = 0; k < heading.length(); k++) {
            char c = heading.charAt(k);
            if (Character.isWhitespace(c)) continue;
            while (i < own.length() && (Character.isWhitespace(own.charAt(i)) || own.charAt(i) == '*')) i++;
            if (i >= own.length() || own.charAt(i) != c) return from;
            i++;
        }
        while (i < own.length() && (own.charAt(i) == '*' || own.charAt(i) == '_')) i++;
        return i;
    }

    /** A new text by itself: the provisions it consists of, and words that stand before the first. */
    record Fragment(String lead, List<Provision> provisions) {}

    /** Reads new text as the structure reader reads it between quotation marks. */
    static Fragment fragment(String newText) {
        var opening = "Điều 1. Sửa đổi như sau:\n“";
        var text = opening + newText.strip() + "”.\n";
        var legal = StructureReader.read(text);
        var out = new ArrayList<Provision>();
        for (var quotation : legal.quotations()) {
            if (quotation.span().start() > opening.length() + 1) break;
            for (var unit : quotation.units()) out.add(Provision.of(unit, text));
            int first = quotation.units().isEmpty()
                    ? quotation.span().end()
                    : quotation.units().getFirst().span().start();
            var lead = quotation.units().isEmpty()
                    ? newText.strip()
                    : text.substring(
                                    quotation.span().start(),
                                    Math.max(quotation.span().start(), first))
                            .strip();
            return new Fragment(clean(lead), out);
        }
        return new Fragment(clean(newText), List.of());
    }

    static List<Provision> provisions(LegalText.Component component, String text) {
        var out = new ArrayList<Provision>();
        for (var unit : component.units()) out.add(Provision.of(unit, text));
        return out;
    }
}
