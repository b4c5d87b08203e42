package vn.qppl.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * What stands at the head of a document: national name and motto, issuing body, number, place and date, form, title, and the
 * authority named above the bases. Only evidence is gathered here; {@link MetadataReader} weighs it.
 *
 * @param motto true where the national name or the motto was found: this is a document, not a passage of one
 * @param body where the text after the head begins (bases or first article)
 */
record Letterhead(
        boolean motto,
        @Nullable Piece issuer,
        @Nullable Piece parent,
        List<Numbered> numbers,
        boolean blankNumber,
        List<Dated> dates,
        boolean blankDate,
        @Nullable Piece place,
        @Nullable Formed form,
        @Nullable Piece title,
        boolean subjectLine,
        @Nullable Piece authority,
        boolean addressed,
        int start,
        int body) {

    /** Words and where they stand. */
    record Piece(String words, Span span) {}

    /** @param labelled after "Số:" ; {@code named} the form named before it ("Luật số") */
    record Numbered(
            NumberMention number,
            Span span,
            boolean labelled,
            @Nullable DocumentForm named) {}

    record Dated(Optional<LocalDate> date, Span span) {}

    record Formed(DocumentForm form, Span span, boolean capitals) {}

    private static final int REACH = 9_000;
    private static final int SEARCH = 60_000;

    private static final Pattern FIRST_UNIT = Pattern.compile(
            "^(?:(?:Điều|ĐIỀU|Điêu|Dieu)\\s{0,2}\\d|(?:Chương|CHƯƠNG|Phần|PHẦN)\\s(?:[IVX]+|\\d|thứ|THỨ|một|MỘT)\\b|I\\.\\s|1\\.\\s)");
    private static final Pattern BASIS = Pattern.compile(
            "^(?:căn cứ|xét|theo đề nghị|để |theo |thực hiện |trên cơ sở|quyết định:|quyết nghị:|lời nói đầu|can cu|xet |tại kỳ họp|ngày |sau khi )",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LABELLED = Pattern.compile(
            "(?:(luật|bộ luật|pháp lệnh|lệnh|nghị quyết|nghị định|quyết định|thông tư)\\s)?(?<!\\p{L})(?:số|sô|sổ|so|sồ|sỗ)\\s?[:.;,]?\\s?(?:"
                    + NumberMention.FORM + "|(\\d{1,6})\\s([A-ZĐ]{1,6}[/-][A-ZĐ]{1,8}(?:[/-][A-ZĐ]{1,8})?))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BLANK_NUMBER = Pattern.compile(
            "(?<!\\p{L})(?:số|so)\\s?[:.;]?[\\s.…_]{0,30}/(?:\\s?(?:19|20)\\d\\d\\s?/)?\\s?[A-ZĐÐ]{1,6}[-/]",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DATE = Pattern.compile(
            "(?:([\\p{L}][\\p{L}\\s.'’-]{1,40}?)\\s?,\\s?|(?<=\\n)([\\p{L}][\\p{L} .'’-]{1,40}?)\\s)?(?<!\\p{L})ng[àa]y\\s?"
                    + VietnameseDates.DATE,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BLANK_DATE = Pattern.compile(
            "(?<!\\p{L})ngày[\\s.…_]{0,30}(?:\\d{1,2}[\\s.…_]{0,10})?tháng[\\s.…_]{0,30}(?:\\d{1,2}[\\s.…_]{0,10})?năm",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SUBJECT = Pattern.compile("^(?:v/v|vv|v/v:)[:.]?\\s*+(.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE = Pattern.compile("^[^\\p{L}\\d]*+$");

    /** Lines of the head, in a plain view. */
    private record Line(int from, int to, String words) {
        boolean ruled() {
            return RULE.matcher(words).matches();
        }
    }

    static Letterhead read(String text) {
        int motto = mottoStart(text);
        int from = motto < 0 ? 0 : Math.max(0, motto - 1_500);
        int to = Math.min(text.length(), (motto < 0 ? 0 : motto) + REACH);
        return new Reader(PlainView.of(text, from, to), motto).read();
    }

    /** Where the first national name or motto stands before any article of the text begins; -1 where there is none. */
    private static int mottoStart(String text) {
        int limit = Math.min(text.length(), SEARCH);
        int lineStart = 0;
        var carry = "";
        int carryStart = 0;
        while (lineStart < limit) {
            int lineEnd = text.indexOf('\n', lineStart);
            if (lineEnd < 0) lineEnd = text.length();
            if (lineEnd - lineStart < 400) {
                var raw = text.substring(lineStart, lineEnd);
                var letters = Marks.letters(raw);
                if (!letters.isEmpty() || raw.isBlank()) {
                    if (isMotto(letters)) return lineStart;
                    if (!carry.isEmpty() && letters.length() < 40 && isMotto(carry + letters)) return carryStart;
                    if (FIRST_UNIT.matcher(raw.strip()).find() && letters.startsWith("dieu")) return -1;
                    if (!letters.isEmpty()) {
                        carry = letters.length() < 60 ? letters : "";
                        carryStart = lineStart;
                    }
                }
            }
            lineStart = lineEnd + 1;
        }
        return -1;
    }

    private static boolean isMotto(String letters) {
        return letters.length() < 200
                && (letters.contains("conghoaxahoichunghia")
                        || letters.contains("xahoichunghiavietnam")
                        || letters.contains("doclaptudohanhphuc")
                        || letters.equals("dangcongsanvietnam")
                        || letters.contains("vietnamdanchuconghoa"));
    }

    private static final class Reader {
        private final PlainView view;
        private final String text;
        private final List<Line> lines = new ArrayList<>();
        private final int mottoLine;

        Reader(PlainView view, int motto) {
            this.view = view;
            this.text = view.text();
            int from = 0;
            int found = -1;
            while (from <= text.length()) {
                int to = text.indexOf('\n', from);
                if (to < 0) to = text.length();
                if (to > from) {
                    var words = text.substring(from, to).strip();
                    if (!words.isEmpty()) {
                        if (motto >= 0 && found < 0 && view.originOf(from) >= motto) found = lines.size();
                        lines.add(new Line(from, to, words));
                    }
                }
                from = to + 1;
            }
            this.mottoLine = found;
        }

        Letterhead read() {
            int first = firstLine();
            int formLine = formLine(first);
            int basisLine = basisLine(Math.max(first, formLine + 1));
            int headEnd = formLine >= 0 ? lines.get(formLine).from() : end(basisLine);
            int headStart = first < lines.size() ? lines.get(first).from() : text.length();

            var numbers = numbers(headStart, headEnd);
            var blankNumber = numbers.isEmpty()
                    && BLANK_NUMBER.matcher(text).region(headStart, headEnd).find();
            var dates = new ArrayList<Dated>();
            Piece place = null;
            var m = DATE.matcher(text).region(headStart, headEnd);
            while (m.find() && dates.size() < 4) {
                var date = VietnameseDates.of(m, 2);
                if (gazette(m.start())) continue;
                int group = m.group(1) != null ? 1 : 2;
                dates.add(new Dated(date, view.span(group(m.start(3), m.start(6)), m.end())));
                if (place == null && m.group(group) != null)
                    place = place(m.group(group), m.start(group), m.end(group));
            }
            var blankDate = dates.isEmpty()
                    && BLANK_DATE.matcher(text).region(headStart, headEnd).find();

            Formed form = null;
            if (formLine >= 0) {
                var found = formAt(formLine).orElseThrow();
                form = new Formed(found.form(), view.span(lines.get(formLine).from(), found.to()), found.capitals());
            }
            // without a motto, a number or a form the lines are a passage, not a letterhead
            boolean headed = mottoLine >= 0 || formLine >= 0 || !numbers.isEmpty();
            var issuers = headed
                    ? issuers(first, formLine >= 0 ? formLine : Math.min(basisLine, first + 25))
                    : new Issuers(null, null);
            var titled = formLine >= 0 ? title(formLine, basisLine) : new Titled(null, null);
            boolean subject = false;
            var title = titled.title();
            if (title == null || formLine < 0) {
                var found = subject(first, basisLine);
                if (found != null && formLine < 0) {
                    title = found;
                    subject = true;
                }
            }
            if (numbers.isEmpty() && formLine >= 0) {
                // an old manner: form, then "SỐ 18-L/CTN NGÀY 06/07/1993 CỦA QUỐC HỘI VỀ …"
                int upTo = Math.min(formLine + 3, basisLine);
                for (int i = formLine; i < upTo && i < lines.size() && numbers.isEmpty(); i++) {
                    var letters = Marks.letters(lines.get(i).words());
                    if (!letters.startsWith("so") && !letters.startsWith("cua") && !letters.startsWith("lientich"))
                        continue;
                    numbers = numbers(lines.get(i).from(), lines.get(i).to());
                    var d = DATE.matcher(text)
                            .region(lines.get(i).from(), lines.get(i).to());
                    if (!numbers.isEmpty() && dates.isEmpty() && d.find())
                        dates.add(
                                new Dated(VietnameseDates.of(d, 2), view.span(group(d.start(3), d.start(6)), d.end())));
                }
            }
            boolean addressed =
                    lines.subList(Math.min(first, lines.size()), Math.min(lines.size(), first + 40)).stream()
                            .anyMatch(l -> Marks.letters(l.words()).startsWith("kinhgui"));
            return new Letterhead(
                    mottoLine >= 0,
                    issuers.issuer(),
                    issuers.parent(),
                    List.copyOf(numbers),
                    blankNumber,
                    List.copyOf(dates),
                    blankDate,
                    place,
                    form,
                    title,
                    subject,
                    titled.authority(),
                    addressed,
                    view.originOf(headStart),
                    view.originOf(end(bodyLine(basisLine, first, formLine))));
        }

        /** The running head of the Gazette has a date of its own. */
        private boolean gazette(int at) {
            int from = text.lastIndexOf('\n', at) + 1;
            int to = text.indexOf('\n', at);
            var letters = Marks.letters(text.substring(from, to < 0 ? text.length() : to));
            return letters.contains("ongbaoso");
        }

        private static int group(int longForm, int shortForm) {
            return longForm >= 0 ? longForm : shortForm;
        }

        /** Without bases or articles the text begins after the form's title, or where a letter says whom it goes to. */
        private int bodyLine(int basisLine, int first, int formLine) {
            if (basisLine < lines.size()) return basisLine;
            for (int i = first; i < Math.min(lines.size(), first + 40); i++)
                if (Marks.letters(lines.get(i).words()).startsWith("kinhgui")) return i;
            return Math.min(lines.size(), Math.max(formLine, Math.max(mottoLine, first)) + 1);
        }

        private int end(int line) {
            return line < lines.size() ? lines.get(line).from() : text.length();
        }

        /** The letterhead's first line: above the motto, up to what is running text. */
        private int firstLine() {
            if (mottoLine < 0) return 0;
            int i = mottoLine;
            while (i > 0 && mottoLine - i < 14) {
                var above = lines.get(i - 1).words();
                boolean head = RULE.matcher(above).matches()
                        || above.length() < 90
                                && (Marks.capitals(above)
                                        || IssuingBody.begins(above)
                                        || LABELLED.matcher(above).find()
                                        || DATE.matcher(above).find()
                                        || above.length() < 4);
                if (!head) break;
                i--;
            }
            return i;
        }

        private record FormFound(DocumentForm form, int to, boolean capitals, int lines) {}

        /** A form of document alone on its line, or broken over two, or opening a line of capitals. */
        private Optional<FormFound> formAt(int i) {
            var line = lines.get(i);
            if (line.words().length() > 300) return Optional.empty();
            var alone = DocumentForm.named(line.words());
            if (alone.isPresent() && alone.get() != DocumentForm.LETTER) {
                // "THÔNG TƯ" / "LIÊN TỊCH"
                if (i + 1 < lines.size()) {
                    var joined =
                            DocumentForm.named(line.words() + lines.get(i + 1).words());
                    if (joined.isPresent()) return Optional.of(found(joined.get(), lines.get(i + 1), line.words(), 2));
                }
                return Optional.of(found(alone.get(), line, line.words(), 1));
            }
            if (line.words().length() <= 12 && i + 1 < lines.size()) {
                var next = lines.get(i + 1);
                var joined = DocumentForm.named(line.words() + next.words());
                if (joined.isPresent()) return Optional.of(found(joined.get(), next, line.words() + next.words(), 2));
            }
            var folded = Marks.fold(line.words());
            for (var form : DocumentForm.values()) {
                var label = Marks.fold(form.label());
                if (form == DocumentForm.LETTER || form == DocumentForm.ORDER || !folded.startsWith(label)) continue;
                if (folded.length() == label.length()) continue;
                var head = line.words().substring(0, label.length());
                var rest = folded.substring(label.length()).strip();
                boolean glued = Character.isUpperCase(line.words().charAt(label.length()))
                        && line.words().length() > label.length() + 1
                        && Character.isLowerCase(line.words().charAt(label.length() + 1));
                if (Marks.capitals(head) && glued)
                    return Optional.of(new FormFound(form, line.from() + label.length(), true, 1));
                if (Character.isLetterOrDigit(folded.charAt(label.length()))) continue;
                boolean opens = Marks.capitals(head)
                        && (rest.startsWith("ve ")
                                || rest.startsWith("v/v")
                                || rest.startsWith("so ")
                                || rest.startsWith("cua ")
                                || rest.startsWith("ban hanh ")
                                || rest.startsWith("quy dinh ")
                                || rest.startsWith("sua doi")
                                || form == DocumentForm.LAW
                                || form == DocumentForm.CODE);
                if (opens && !rest.endsWith(":"))
                    return Optional.of(
                            new FormFound(form, line.from() + label.length(), Marks.capitals(line.words()), 1));
            }
            return Optional.empty();
        }

        private static FormFound found(DocumentForm form, Line last, String words, int lines) {
            return new FormFound(form, last.to(), Marks.capitals(words), lines);
        }

        private int formLine(int first) {
            int start = mottoLine >= 0 ? mottoLine : first;
            int weak = -1;
            for (int i = start; i < lines.size() && i < start + 40; i++) {
                var words = lines.get(i).words();
                if (FIRST_UNIT.matcher(words).find() && Marks.letters(words).startsWith("dieu")) break;
                if (BASIS.matcher(words).find() && !words.contains(",")) {
                    if (words.length() > 30) break;
                }
                var found = formAt(i);
                if (found.isEmpty()) continue;
                if (found.get().capitals()
                        || Marks.capitals(words.substring(
                                0,
                                Math.min(
                                        words.length(),
                                        found.get().form().label().length())))) return i;
                if (weak < 0) weak = i;
            }
            return weak;
        }

        private int basisLine(int from) {
            for (int i = from; i < lines.size(); i++) {
                var words = lines.get(i).words();
                if (FIRST_UNIT.matcher(words).find()) return i;
                // in capitals these words belong to the title
                if (BASIS.matcher(words).find() && !Marks.capitals(words)) {
                    if (Marks.letters(words).startsWith("ngay") && i < from + 3) continue;
                    return i;
                }
                if (words.endsWith(":") && DocumentForm.named(words).isPresent()) return i;
            }
            return lines.size();
        }

        private List<Numbered> numbers(int from, int to) {
            var found = new ArrayList<Numbered>();
            var m = LABELLED.matcher(text).region(from, to);
            while (m.find() && found.size() < 6) {
                var named = m.group(1) == null
                        ? null
                        : DocumentForm.named(m.group(1)).orElse(null);
                if (m.group(2) != null) {
                    if (!Character.isUpperCase(m.group(4).charAt(0))) continue;
                    found.add(new Numbered(
                            NumberMention.of(m.toMatchResult(), 1, text),
                            view.span(m.start(2), m.end(4)),
                            true,
                            named));
                } else {
                    found.add(new Numbered(
                            new NumberMention(m.group(5) + " " + m.group(6), null, m.group(6)),
                            view.span(m.start(5), m.end(6)),
                            true,
                            named));
                }
            }
            if (!found.isEmpty() || mottoLine < 0) return found;
            var bare = NumberMention.PATTERN.matcher(text).region(from, to);
            while (bare.find() && found.size() < 6) {
                int lineStart = text.lastIndexOf('\n', bare.start()) + 1;
                if (bare.start() - lineStart > 4) continue;
                found.add(new Numbered(
                        NumberMention.of(bare.toMatchResult(), 0, text),
                        view.span(bare.start(), bare.end()),
                        false,
                        null));
            }
            return found;
        }

        private Piece place(String words, int from, int to) {
            int cut = words.lastIndexOf('\n');
            // "Thành phố Hồ Chí" / "Minh": a place may be broken, but the line above may be the number's
            if (cut >= 0) {
                var before = words.substring(0, cut).strip();
                boolean broken =
                        !before.isEmpty() && Character.isUpperCase(before.charAt(0)) && !Marks.capitals(before);
                if (!broken) return new Piece(words.substring(cut + 1).strip(), view.span(from + cut + 1, to));
            }
            return new Piece(words.replaceAll("\\s+", " ").strip(), view.span(from, to));
        }

        private record Issuers(
                @Nullable Piece issuer, @Nullable Piece parent) {}

        /** The body's name: lines of the left column from one that begins as such a name to a rule, number or motto. */
        private Issuers issuers(int first, int until) {
            var names = new ArrayList<Piece>();
            int i = first;
            int last = Math.min(until, lines.size());
            while (i < last && names.size() < 4) {
                var words = lines.get(i).words();
                boolean begins = IssuingBody.begins(words)
                        || words.length() <= 10
                                && i + 1 < last
                                && IssuingBody.begins(
                                        words + " " + lines.get(i + 1).words());
                if (!begins || words.length() > 160 || !capitalised(words) || other(words)) {
                    i++;
                    continue;
                }
                var name = new StringBuilder(words);
                int from = lines.get(i).from();
                int to = lines.get(i).to();
                int j = i + 1;
                for (; j < last; j++) {
                    var next = lines.get(j).words();
                    if (lines.get(j).ruled() || other(next) || next.length() > 120) break;
                    if (!Marks.capitals(next) && Marks.capitals(words)) break;
                    var sofar = name.toString();
                    boolean goesOn =
                            IssuingBody.centralNamed(sofar + " " + next).isPresent()
                                    || !complete(sofar) && !restarts(sofar, next);
                    if (!goesOn && (IssuingBody.begins(next) || complete(sofar))) break;
                    name.append(' ').append(next);
                    to = lines.get(j).to();
                }
                var clean = name.toString().replaceAll("[\\s*]+", " ").replaceAll("^[^\\p{L}]+|[^\\p{L}\\d)]+$", "");
                names.add(new Piece(clean, view.span(from, to)));
                i = j;
            }
            if (names.isEmpty()) return new Issuers(null, null);
            // the Gazette repeats the body above the letterhead: the same name twice is one name
            var distinct = new ArrayList<Piece>();
            for (var name : names) {
                var letters = Marks.letters(name.words());
                distinct.removeIf(d -> letters.equals(Marks.letters(d.words()))
                        || letters.startsWith(Marks.letters(d.words()))
                                && letters.length()
                                        < 2 * Marks.letters(d.words()).length());
                if (distinct.stream().noneMatch(d -> Marks.letters(d.words()).startsWith(letters))) distinct.add(name);
            }
            if (distinct.isEmpty()) distinct.add(names.getFirst());
            if (mottoLine < 0)
                distinct.removeIf(d -> IssuingBody.local(d.words()).isEmpty()
                        && IssuingBody.centralNamed(d.words()).isEmpty());
            if (distinct.isEmpty()) return new Issuers(null, null);
            return distinct.size() == 1
                    ? new Issuers(distinct.getFirst(), null)
                    : new Issuers(distinct.get(1), distinct.getFirst());
        }

        private static boolean capitalised(String words) {
            return !words.isEmpty() && Character.isUpperCase(words.charAt(0));
        }

        /** What shares the head with the issuer's name and is none of it. */
        private static boolean other(String words) {
            var letters = Marks.letters(words);
            return isMotto(letters)
                    || letters.equals("conghoaxahoi")
                    || letters.equals("conghoaxa")
                    || letters.equals("cong")
                    || letters.startsWith("conghoa")
                    || letters.startsWith("hoixahoichunghia")
                    || letters.startsWith("hoichunghia")
                    || letters.startsWith("chunghiavietnam")
                    || letters.startsWith("doclap")
                    || letters.startsWith("so") && LABELLED.matcher(words).find()
                    || letters.equals("so")
                    || letters.startsWith("luatso")
                    || letters.startsWith("phaplenhso")
                    || letters.startsWith("congbao")
                    || BLANK_NUMBER.matcher(words).find()
                    || DATE.matcher(words).find()
                    || words.toLowerCase(java.util.Locale.ROOT).contains("ngày ")
                    || DocumentForm.named(words).isPresent();
        }

        private static final Pattern PEOPLES =
                Pattern.compile("(?:uy ban nhan dan|hoi dong nhan dan|ubnd|hdnd)(?: (.*))?");
        private static final Pattern LEVEL =
                Pattern.compile("(?:tinh|thanh pho|huyen|xa|phuong|quan|thi xa|thi tran|dac khu)");

        /** "ỦY BAN NHÂN DÂN" needs its place, "BỘ LAO ĐỘNG - THƯƠNG BINH" its rest; a place of one syllable may go on. */
        private static boolean complete(String name) {
            if (IssuingBody.centralNamed(name).isPresent()) return true;
            var m = PEOPLES.matcher(Marks.fold(name).strip());
            if (!m.matches() || m.group(1) == null) return false;
            var place = LEVEL.matcher(m.group(1)).replaceFirst("").strip();
            return place.contains(" ") && !place.endsWith(" -");
        }

        /** A new name begins though the one before could go on: "UBND TỈNH X" / "SỞ Y TẾ". */
        private static boolean restarts(String sofar, String next) {
            var folded = Marks.fold(sofar).strip();
            if (!IssuingBody.begins(next) || folded.endsWith(" va") || folded.endsWith("-")) return false;
            var m = PEOPLES.matcher(folded);
            if (m.matches())
                return m.group(1) != null
                        && !LEVEL.matcher(m.group(1)).replaceFirst("").isBlank();
            return Marks.letters(sofar).length() > 8
                    && !"uy ban nhan dan".startsWith(folded)
                    && !"hoi dong nhan dan".startsWith(folded);
        }

        private record Titled(
                @Nullable Piece title, @Nullable Piece authority) {}

        private Titled title(int formLine, int basisLine) {
            var form = formAt(formLine).orElseThrow();
            var words = new StringBuilder();
            int from = -1;
            int to = -1;
            Piece authority = null;
            int i = formLine;
            if (form.to() < lines.get(formLine).to()) {
                words.append(text, form.to(), lines.get(formLine).to());
                from = form.to();
                to = lines.get(formLine).to();
            }
            i += form.lines();
            for (; i < Math.min(basisLine, lines.size()) && i < formLine + 25; i++) {
                var line = lines.get(i);
                if (line.ruled()) {
                    if (words.length() > 10) {
                        authority = authority(i + 1, basisLine);
                        break;
                    }
                    continue;
                }
                if (words.length() > 3 && Marks.letters(line.words()).equals("loinoidau")) break;
                if (words.length() > 3 && authorityLine(line.words(), words)) {
                    authority = authority(i, basisLine);
                    break;
                }
                // after a title in capitals running text begins: a consolidated text names its sources there
                if (words.length() > 3
                        && Marks.capitals(words)
                        && !Marks.capitals(line.words())
                        && line.words().length() > 40) break;
                if (from < 0) from = line.from();
                words.append(' ').append(line.words());
                to = line.to();
            }
            if (authority == null && i < lines.size()) authority = authority(i, basisLine);
            if (from < 0) return new Titled(null, authority);
            return new Titled(
                    new Piece(words.toString().replaceAll("\\s+", " ").strip(), view.span(from, to)), authority);
        }

        private boolean authorityLine(String words, StringBuilder sofar) {
            if (!Marks.capitals(words)) return false;
            var folded = Marks.fold(words);
            boolean starts = folded.startsWith("chu tich ")
                    || folded.startsWith("bo truong ")
                    || folded.startsWith("giam doc ")
                    || folded.startsWith("tong ")
                    || folded.startsWith("cuc truong ")
                    || folded.startsWith("thong doc ")
                    || folded.startsWith("thu truong ")
                    || folded.startsWith("truong ban ")
                    || folded.startsWith("vien truong ")
                    || folded.startsWith("chanh an ")
                    || folded.startsWith("hieu truong ")
                    || IssuingBody.local(words).isPresent()
                    || IssuingBody.centralNamed(words).isPresent();
            if (!starts) return false;
            var before = Marks.fold(sofar.toString()).strip();
            // a title that breaks before a body's name goes on: "… CỦA / SỞ TÀI CHÍNH"
            return !before.matches(".*(?: cua| va|,| tai| do| boi| thuoc| cho| giua| voi| so)");
        }

        private @Nullable Piece authority(int i, int basisLine) {
            int last = Math.min(Math.min(basisLine, lines.size()), i + 4);
            if (i >= last || !Marks.capitals(lines.get(i).words())) return null;
            var words = new StringBuilder();
            int from = lines.get(i).from();
            int to = from;
            for (int j = i;
                    j < last
                            && Marks.capitals(lines.get(j).words())
                            && DocumentForm.named(lines.get(j).words()).isEmpty();
                    j++) {
                words.append(' ').append(lines.get(j).words());
                to = lines.get(j).to();
            }
            return words.isEmpty() ? null : new Piece(words.toString().strip(), view.span(from, to));
        }

        private @Nullable Piece subject(int first, int basisLine) {
            for (int i = first; i < Math.min(lines.size(), first + 30); i++) {
                var m = SUBJECT.matcher(lines.get(i).words());
                if (!m.matches()) continue;
                var words = new StringBuilder(m.group(1));
                int to = lines.get(i).to();
                for (int j = i + 1; j < lines.size() && j < i + 6; j++) {
                    var next = lines.get(j).words();
                    if (lines.get(j).ruled()
                            || other(next)
                            || Marks.letters(next).startsWith("kinhgui")
                            || Character.isUpperCase(next.charAt(0)) && words.length() > 30) break;
                    words.append(' ').append(next);
                    to = lines.get(j).to();
                }
                return new Piece(
                        words.toString().strip(), view.span(lines.get(i).from(), to));
            }
            return null;
        }
    }
}
