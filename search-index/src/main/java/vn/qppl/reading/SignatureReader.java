package vn.qppl.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * Finds who signed: the office ("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH") and the name under it. Forms among the
 * annexes have signature lines too, so a block is weighed by what stands about it: the recipients, the end mark "./.".
 */
final class SignatureReader {
    private static final int REACH = 700;
    private static final int MOST = 60;

    private static final Pattern OFFICE = Pattern.compile(
            "^(?:t\\.?/?\\s?m[. ]|k\\.?/?\\s?t[. ]|q\\.|t\\.?l[. ]|t\\.?u\\.?q[. ]|(?:quyen |pho |thu )?(?:chu tich|chu nhiem|bo truong|thu truong|thu tuong|giam doc|tong giam doc|cuc truong|tong cuc truong|thong doc|chanh an|vien truong"
                    + "|tong kiem toan|tong thanh tra|chanh thanh tra|bi thu|thuong truc|chanh van phong|van phong|truong ban|truong phong|chi cuc truong|hieu truong|tu lenh|tong bi thu|vu truong|chu toa|tong thu ky)(?![a-z]))");
    private static final Pattern SIGNED = Pattern.compile(
            "^[(\\[“\"]?(?:đã ký|da ky|đã kí|ký|ký tên|chữ ký|kí)\\b[^)\\]]{0,60}[)\\]”\"]?[.:]?\\s*+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern OTHER_OFFICE_WORDS = Pattern.compile(
            "^(?:uy ban|hoi dong|chinh phu|quoc hoi|bo |bo$|nhan dan|dan$|ban |tinh |thanh pho|huyen |xa |phuong |thi xa|so |cuc |khoa |lien tich|chinh tri|ngan hang|trung uong|nha nuoc|cong hoa|doan |toa an|vien |tong |thuong vu|tich|truong|chu|bi thu|pho|nuoc|thuong truc).*");
    private static final Pattern ADOPTED = Pattern.compile("thông\\s+qua\\s+(?:[^.;]{0,40}\\s)?ngày\\s");
    private static final Pattern RECIPIENTS = Pattern.compile("(?:N|n)[ơo]i\\s{1,3}nh[ậa]n(?!\\s{1,2}hồ sơ)");

    record Signature(
            String name,
            Span nameSpan,
            String capacity,
            Span capacitySpan,
            int weight,
            boolean familiar,
            boolean contested) {}

    private SignatureReader() {}

    static Optional<Signature> read(String text, int from) {
        var found = new ArrayList<Signature>();
        int lineStart = from;
        while (lineStart < text.length() && found.size() < MOST) {
            int lineEnd = text.indexOf('\n', lineStart);
            if (lineEnd < 0) lineEnd = text.length();
            int at = candidate(text, lineStart, lineEnd);
            if (at >= 0) {
                var block = block(text, at);
                if (block != null) {
                    found.add(block);
                    lineStart = Math.max(lineEnd + 1, block.nameSpan().end());
                    int next = text.indexOf('\n', lineStart - 1);
                    lineStart = next < 0 ? text.length() : next + 1;
                    continue;
                }
            }
            lineStart = lineEnd + 1;
        }
        if (found.isEmpty()) return signedOnly(text, from);
        var best = found.stream()
                .max(Comparator.comparingInt(Signature::weight)
                        .thenComparing(Comparator.comparingInt(
                                        (Signature s) -> s.nameSpan().start())
                                .reversed()))
                .orElseThrow();
        boolean contested = found.stream()
                .anyMatch(s ->
                        s != best && s.weight() >= best.weight() && !s.name().equals(best.name()));
        return Optional.of(new Signature(
                best.name(),
                best.nameSpan(),
                best.capacity(),
                best.capacitySpan(),
                best.weight(),
                best.familiar(),
                contested));
    }

    /** Where an office begins on this line, at its start or after a wide gap; -1 where it does not. */
    private static int candidate(String text, int from, int to) {
        int i = from;
        while (i < to && dressing(text.charAt(i))) i++;
        if (i >= to) return -1;
        if (Character.isUpperCase(text.charAt(i)) && office(text, i, to)) return i;
        if (to - from > 400) return -1;
        for (int gap = text.indexOf("  ", i, to); gap >= 0; gap = text.indexOf("  ", gap, to)) {
            int j = gap;
            while (j < to && dressing(text.charAt(j))) j++;
            if (j < to && Character.isUpperCase(text.charAt(j)) && office(text, j, to)) return j;
            gap = Math.min(to, Math.max(j, gap + 1));
        }
        for (int tab = text.indexOf('\t', i, to); tab >= 0; tab = text.indexOf('\t', Math.min(to, tab + 1), to)) {
            int j = tab;
            while (j < to && dressing(text.charAt(j))) j++;
            if (j < to && Character.isUpperCase(text.charAt(j)) && office(text, j, to)) return j;
        }
        return -1;
    }

    private static boolean dressing(char c) {
        return c == '*' || c == '#' || c == '|' || c == '>' || c == '_' || Character.isWhitespace(c) || c == '\u00a0';
    }

    private static boolean office(String text, int from, int to) {
        if (to - from > 1 && Character.isLowerCase(text.charAt(from + 1))) return false;
        var head = Marks.fold(text.substring(from, Math.min(to, from + 32))).replace("*", "");
        var m = OFFICE.matcher(head.replaceAll("\\s+", " ") + " ");
        if (!m.find()) return false;
        var upper = text.substring(from, Math.min(to, from + 14));
        return Marks.capitals(upper) || upper.startsWith("TM") || upper.startsWith("KT");
    }

    private static @Nullable Signature block(String text, int at) {
        var view = PlainView.of(text, at, Math.min(text.length(), at + REACH));
        var plain = view.text();
        var capacity = new StringBuilder();
        int capacityEnd = 0;
        int from = 0;
        int skipped = 0;
        while (from < plain.length() && skipped < 6) {
            int to = plain.indexOf('\n', from);
            if (to < 0) to = plain.length();
            int cut = from;
            // offices stand in capitals; a name may follow on the same line
            int officeEnd = officeEnd(plain, from, to, capacity.isEmpty());
            if (officeEnd > from) {
                capacity.append(capacity.isEmpty() ? "" : " ").append(plain, from, officeEnd);
                capacityEnd = officeEnd;
                cut = officeEnd;
            }
            while (cut < to && Character.isWhitespace(plain.charAt(cut))) cut++;
            var rest = plain.substring(cut, to);
            var signed = SIGNED.matcher(rest);
            if (signed.find()) {
                cut += signed.end();
                rest = plain.substring(cut, to);
            }
            if (!rest.isBlank()) {
                if (capacity.isEmpty()) return null;
                var name = PersonName.in(rest);
                int nameEnd = to;
                // a name broken over two lines: "Mai" / "Sơn"
                int next = plain.indexOf('\n', to + 1);
                if (next < 0) next = plain.length();
                if (to < plain.length()) {
                    var second = plain.substring(to + 1, next).strip();
                    int tokens = rest.strip().split("\\s+").length;
                    int more = second.split("\\s+").length;
                    if ((tokens == 1 && more <= 3 || tokens == 2 && more == 1)
                            && second.length() < 24
                            && PersonName.familiar(rest.strip().split("\\s+")[0])
                            && joined(text, view.originOf(to - 1) + 1, view.originOf(to + 1))) {
                        var both = PersonName.in(rest.strip() + " " + second);
                        if (both.isPresent()) {
                            name = both;
                            nameEnd = next;
                        }
                    }
                }
                if (name.isEmpty()
                        && officeEnd <= from
                        && Marks.capitals(rest)
                        && rest.length() < 30
                        && from > 0
                        && joined(text, view.originOf(from - 2) + 1, view.originOf(from))) {
                    // "T/M BỘ CHÍNH" / "TRỊ"
                    capacity.append(' ').append(rest.strip());
                    capacityEnd = to;
                    from = to + 1;
                    continue;
                }
                if (name.isPresent()) {
                    var nameSpan = view.span(cut, nameEnd);
                    return weigh(
                            text,
                            name.get(),
                            nameSpan,
                            capacity.toString().replaceAll("\\s+", " ").strip(),
                            view.span(0, capacityEnd),
                            at);
                }
                if (officeEnd <= from && !rest.strip().matches("[^\\p{L}]*+|Ký bởi.*|Người ký.*|\\(.*")) return null;
                skipped++;
            }
            from = to + 1;
        }
        return null;
    }

    /** Two lines of one paragraph that the setting broke: only a line feed and marks between them. */
    private static boolean joined(String text, int from, int to) {
        for (int i = from; i < to && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '*' && c != ' ' && c != '\r') return false;
        }
        return true;
    }

    /** End of the words of office that open a line; {@code from} where it opens with none. */
    private static int officeEnd(String plain, int from, int to, boolean first) {
        var line = plain.substring(from, to);
        var folded = Marks.fold(line);
        boolean office = OFFICE.matcher(folded + " ").find()
                || !first && OTHER_OFFICE_WORDS.matcher(folded.strip()).matches();
        if (!office) return from;
        int end = from;
        int i = from;
        while (i < to) {
            int j = i;
            while (j < to && !Character.isWhitespace(plain.charAt(j))) j++;
            var token = plain.substring(i, j);
            if (!token.startsWith("(") && Marks.capitals(token) || token.matches("[-–,]")) end = j;
            else {
                int bracket = token.indexOf('(');
                if (bracket > 0 && Marks.capitals(token.substring(0, bracket))) end = i + bracket;
                break;
            }
            i = j;
            while (i < to && Character.isWhitespace(plain.charAt(i))) i++;
        }
        // a name in capitals right under the office is not office
        if (!first
                && end == to
                && PersonName.in(line).filter(PersonName.Named::familiar).isPresent()
                && !OFFICE.matcher(folded + " ").find()
                && !IssuingBody.begins(line)) return from;
        return end;
    }

    private static Signature weigh(
            String text, PersonName.Named name, Span nameSpan, String capacity, Span capacitySpan, int at) {
        int weight = 0;
        var before = text.substring(Math.max(0, at - 2_500), at);
        var after = text.substring(nameSpan.end(), Math.min(text.length(), nameSpan.end() + 1_200));
        var recipients = RECIPIENTS.matcher(before);
        if (recipients.find()) weight += 4;
        else if (RECIPIENTS.matcher(after).find()) weight += 2;
        int mark = before.lastIndexOf("./.");
        if (mark < 0) mark = before.lastIndexOf(". /.");
        if (mark >= 0) weight += before.length() - mark < 1_600 ? 3 : 1;
        // an assembly's text ends with the line of its adoption, and has no recipients
        if (ADOPTED.matcher(before.substring(Math.max(0, before.length() - 300)))
                .find()) weight += 4;
        var folded = Marks.fold(capacity);
        if (folded.startsWith("tm") || folded.startsWith("kt") || folded.startsWith("t/m")) weight += 2;
        if (name.familiar()) weight += 1;
        return new Signature(name.name(), nameSpan, capacity, capacitySpan, weight, name.familiar(), false);
    }

    /** Older papers: a name beside "(Đã ký)" and no office. */
    private static Optional<Signature> signedOnly(String text, int from) {
        int start = Math.max(from, text.length() - 3_000);
        var view = PlainView.of(text, start, text.length());
        var lines = List.of(view.text().split("\n"));
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (SIGNED.matcher(line).matches()) {
                int before = at - 1;
                if (i > 0) {
                    var name = PersonName.in(lines.get(i - 1));
                    if (name.isPresent()) {
                        var span = view.span(before - lines.get(i - 1).length(), before);
                        return Optional.of(new Signature(
                                name.get().name(), span, "", span, 1, name.get().familiar(), false));
                    }
                }
                if (i + 1 < lines.size()) {
                    var name = PersonName.in(lines.get(i + 1));
                    if (name.isPresent()) {
                        int begin = at + line.length() + 1;
                        var span = view.span(begin, begin + lines.get(i + 1).length());
                        return Optional.of(new Signature(
                                name.get().name(), span, "", span, 1, name.get().familiar(), false));
                    }
                }
            }
            at += line.length() + 1;
        }
        return Optional.empty();
    }
}
