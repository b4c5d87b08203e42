package vn.qppl.structure;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks the lines once and decides which of them begin a unit: by the marker at a line's beginning, by the sequence of numbers, and by
 * whether the line stands in quoted new text.
 */
final class UnitFinder {
    private static final int LARGEST_GAP = 3;

    private static final Pattern VERB = Pattern.compile(
            "(?iu)(?:sửa đổi|bổ sung|bãi bỏ|thay thế|thay cụm|thay từ|hủy bỏ|huỷ bỏ|bỏ |đính chính|đổi tên|chuyển |điều chỉnh|ban hành kèm|các khoản|khoản|điểm|tên )");
    private static final Pattern NEW_WORDS = Pattern.compile("(?iu)(?:sửa đổi|bổ sung|thay thế|được thay|được sửa)");
    private static final Pattern DANGLING = Pattern.compile(
            "(?iu)(?:^|[\\s(])(?:tại|theo|của|khoản|điểm|điều|mục|chương|phần|và|hoặc|các|từ|đến|số|năm|tháng|ngày|với|là|như|trong|bởi|cho|đối với)$");
    private static final Pattern CONCLUSION = Pattern.compile(
            "(?u)(?:(?:N|n)ơi nhận\\s*:?|(?:TM|KT|TL|TUQ|Q|T/M|K/T|T\\.M|K\\.T)\\s?[./]\\s?\\p{Lu}.*|CHỦ TỊCH(?: QUỐC HỘI| NƯỚC| HĐND| UBND)?|PHÓ CHỦ TỊCH(?: THƯỜNG TRỰC)?|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG(?: CHÍNH PHỦ)?|PHÓ THỦ TƯỚNG|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN(?: NHÀ NƯỚC)?|THỐNG ĐỐC)");
    private static final Pattern ANNEX = Pattern.compile(
            "(?u)(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu)(?:\\s+(?:SỐ\\s*|số\\s*)?([IVXLC]{1,6}|\\d{1,3}[A-Za-z]?|[A-Z]))?\\s*(?:[:.–-]?\\s*$|[:.–-]?\\s+(?=\\p{Lu}{2}|\\())");
    /** "DANH MỤC / VĂN BẢN BỊ BÃI BỎ / (Kèm theo Quyết định số …)": an annex by another name. */
    private static final Pattern LIST = Pattern.compile(
            "(?u)(?:DANH MỤC|DANH SÁCH|BẢNG KÊ)(?:\\s+(?:SỐ\\s*)?([IVXLC]{1,6}|\\d{1,3})(?![\\p{L}\\d])[:.]?)?(?:\\s+\\p{Lu}.*)?");

    private static final Pattern FORM = Pattern.compile(
            "(?u)(?:MẪU|Mẫu|BIỂU MẪU|Biểu mẫu|Biểu)\\s+(?:SỐ|số)?\\s*:?\\s*(\\d{1,3}[A-Za-z]?(?:[./-]\\w{1,12})?)\\s*[:.]?\\s*$");
    private static final Pattern REGULATION = Pattern.compile(
            "(?u)(?:QUY ĐỊNH|QUI ĐỊNH|QUY CHẾ|QUI CHẾ|ĐIỀU LỆ|QUY TRÌNH|QUY TẮC|NỘI QUY|ĐỀ ÁN|CHƯƠNG TRÌNH|HƯỚNG DẪN|QUY CHUẨN|CHÍNH SÁCH|THỂ LỆ)(?:\\s+\\p{Lu}.*)?");
    private static final Pattern ATTACHED = Pattern.compile("(?iu)(?:ban hành\\s+)?kèm\\s+theo");

    private final String text;
    private final List<Lines.Line> lines;
    private final QuoteTracker quotes;
    private final boolean clausesAlone;
    private final boolean amending;
    private final Found found = new Found();
    private Found.Part part;

    private String lastArticle = "";
    private String lastOfMain = "";
    private String lastClause = "";
    private String lastPoint = "";
    private char clauseSign;
    private char pointSign;
    /** The point whose parts are being passed; 0 where none is. */
    private char divided;

    private boolean inArticle;
    private boolean concluded;
    private int articles;

    UnitFinder(String text, boolean clausesAlone) {
        this.text = text;
        this.lines = Lines.of(text);
        this.quotes = new QuoteTracker(text, lines);
        this.clausesAlone = clausesAlone;
        this.amending = amends();
        this.part = new Found.Part(LegalText.ComponentKind.MAIN, null, null, 0);
        found.parts.add(part);
    }

    /** Whether the title says that the document amends others. */
    private boolean amends() {
        int looked = 0;
        for (var line : lines) {
            if (line.blank()) continue;
            var head = text.substring(line.words(), Math.min(line.end(), line.words() + 300));
            if (head.regionMatches(true, 0, "căn cứ", 0, 6)) continue;
            if (Marker.at(text, line.words(), line.end()) instanceof Marker m && m.level() == UnitLevel.ARTICLE) {
                return NEW_WORDS.matcher(head).find();
            }
            var lower = head.toLowerCase(Locale.ROOT);
            if (lower.contains("sửa đổi") || lower.contains("bổ sung")) return true;
            if (++looked > 40) return false;
        }
        return false;
    }

    Found find() {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.blank()) continue;
            var quotation = quotes.beginningOn(i, lines.size());
            if (quotation != null) {
                int end = quotation.closed() ? amendingArticle(i, quotation.lastLine()) : unclosedEnd(i);
                if (end <= quotation.lastLine()) quotation = quotes.beginningOn(i, end);
            }
            if (quotation == null && continuesMain(line)) returnToMain();
            if (quotation != null && quotation.span().start() == line.words() + 1) {
                if (quotation.lastLine() > i || newWordsExpected(i)) found.quotations.add(quotation);
                i = Math.max(i, quotation.lastLine());
                continue;
            }
            consider(i);
            if (quotation != null) {
                found.quotations.add(quotation);
                i = Math.max(i, quotation.lastLine());
                continue;
            }
            int unquoted = unquotedEnd(i);
            if (unquoted > i) {
                var first = lines.get(next(i));
                found.quotations.add(new QuoteTracker.Block(
                        new vn.qppl.text.Span(first.start(), lines.get(unquoted).end()), true, next(i), unquoted));
                i = unquoted;
            }
        }
        return found;
    }

    /**
     * The line within a quotation on which the document's next article begins to amend: marks that swallow it were mismatched.
     * {@code Integer.MAX_VALUE} where there is none.
     */
    private int amendingArticle(int from, int to) {
        if (!amending) return Integer.MAX_VALUE;
        for (int j = from + 1; j <= to; j++) {
            var line = lines.get(j);
            if (line.blank() || Character.toLowerCase(text.charAt(line.words())) != 'đ') continue;
            var marker = Marker.at(text, line.words(), line.end());
            if (marker == null || marker.level() != UnitLevel.ARTICLE) continue;
            if (ownNext(marker, true) && verb(marker)) return j;
        }
        return Integer.MAX_VALUE;
    }

    /** An annex given as new text between two articles of an amending document is content of the first. */
    private boolean continuesMain(Lines.Line line) {
        if (!amending
                || part.kind == LegalText.ComponentKind.MAIN
                || Character.toLowerCase(text.charAt(line.words())) != 'đ') {
            return false;
        }
        var marker = Marker.at(text, line.words(), line.end());
        return marker != null
                && marker.level() == UnitLevel.ARTICLE
                && marker.strict()
                && Sequence.step(lastOfMain, marker.number()) == 0
                && (verb(marker) || Sequence.step(lastArticle, marker.number()) != 0);
    }

    private void returnToMain() {
        while (found.parts.size() > 1) found.parts.removeLast();
        part = found.parts.getFirst();
        part.conclusions = -1;
        lastArticle = lastOfMain;
        lastClause = "";
        lastPoint = "";
        inArticle = true;
        concluded = false;
    }

    private int next(int i) {
        int j = i + 1;
        while (j < lines.size() && lines.get(j).blank()) j++;
        return j;
    }

    private int previous(int i) {
        int j = i - 1;
        while (j >= 0 && lines.get(j).blank()) j--;
        return j;
    }

    private boolean newWordsExpected(int i) {
        int before = previous(i);
        if (before < 0) return false;
        var line = lines.get(before);
        return text.charAt(line.end() - 1) == ':';
    }

    /** The line on which the text goes on with its own units though the marks were never closed. */
    private int unclosedEnd(int i) {
        for (int j = i + 1; j < lines.size(); j++) {
            var line = lines.get(j);
            if (line.blank()) continue;
            var marker = Marker.at(text, line.words(), line.end());
            if (marker == null) {
                if (isConclusion(line)) return j;
                continue;
            }
            if (ownNext(marker, true)) return j;
        }
        return lines.size();
    }

    /** Whether the marker continues the document's own numbering, said with a verb of amending where it is below an article. */
    private boolean ownNext(Marker marker, boolean withVerb) {
        return switch (marker.level()) {
            case ARTICLE -> marker.strict() && Sequence.step(lastArticle, marker.number()) == 0;
            case CLAUSE ->
                Sequence.step(lastClause, marker.number()) == 0 && !lastClause.isEmpty() && (!withVerb || verb(marker));
            case POINT ->
                Sequence.pointStep(lastPoint, marker.number()) == 0
                        && !lastPoint.isEmpty()
                        && (!withVerb || verb(marker));
            case PART, CHAPTER, SECTION, SUBSECTION -> false;
        };
    }

    private boolean verb(Marker marker) {
        return VERB.matcher(text)
                .region(marker.rest(), Math.min(text.length(), marker.rest() + 20))
                .lookingAt();
    }

    /**
     * New words given without quotation marks: behind "như sau:" stands a unit that is not the document's own next. They end where the
     * document's own numbering goes on.
     */
    private int unquotedEnd(int i) {
        if (!amending || !inArticle) return i;
        var line = lines.get(i);
        if (line.end() - line.words() < 12 || text.charAt(line.end() - 1) != ':') return i;
        var words = text.substring(Math.max(line.words(), line.end() - 400), line.end());
        if (!NEW_WORDS.matcher(words).find()) return i;
        int first = next(i);
        if (first >= lines.size()) return i;
        var begin = lines.get(first);
        if (quotes.beginningOn(first, Math.min(lines.size(), first + 2)) != null) return i;
        var marker = Marker.at(text, begin.words(), begin.end());
        if (marker == null || verb(marker)) return i;
        if (marker.level() == UnitLevel.ARTICLE && ownNext(marker, false) && !sameArticleNamed(words, marker)) return i;
        if (marker.level() == UnitLevel.CLAUSE
                && lastClause.isEmpty()
                && marker.number().equals("1")
                && !words.toLowerCase(Locale.ROOT).contains("khoản 1")) return i;
        if (marker.level() == UnitLevel.POINT
                && marker.number().equals("a")
                && lastPoint.isEmpty()
                && !words.toLowerCase(Locale.ROOT).contains("điểm a")) return i;
        int last = first;
        for (int j = next(first); j < lines.size(); j = next(j)) {
            var at = lines.get(j);
            var m = Marker.at(text, at.words(), at.end());
            if (m != null && ownNext(m, true)) break;
            if (isConclusion(at)
                    || ANNEX.matcher(text).region(at.words(), at.end()).lookingAt()) break;
            last = j;
        }
        return last;
    }

    private static boolean sameArticleNamed(String words, Marker marker) {
        return words.contains("Điều " + marker.number());
    }

    private boolean isConclusion(Lines.Line line) {
        return line.end() - line.words() <= 120
                && CONCLUSION.matcher(text).region(line.words(), line.end()).matches();
    }

    private void consider(int i) {
        var line = lines.get(i);
        if (startsComponent(i)) return;
        var marker = Marker.at(text, line.words(), line.end());
        if (marker == null) {
            if ((articles > 0 || clausesAlone) && !concluded && isConclusion(line)) {
                concluded = true;
                if (part.conclusions < 0) part.conclusions = line.start();
            }
            return;
        }
        switch (marker.level()) {
            case ARTICLE -> article(i, marker);
            case CLAUSE -> clause(i, marker);
            case POINT -> point(i, marker);
            case PART, CHAPTER, SECTION, SUBSECTION -> division(i, marker);
        }
    }

    private boolean dangling(int i) {
        int before = previous(i);
        if (before < 0 || before < i - 2) return false;
        var line = lines.get(before);
        char last = text.charAt(line.end() - 1);
        if (last == ',') return true;
        return DANGLING.matcher(text)
                .region(Math.max(line.words(), line.end() - 12), line.end())
                .find();
    }

    private void article(int i, Marker marker) {
        if (part.kind == LegalText.ComponentKind.ANNEX || part.kind == LegalText.ComponentKind.FORM) return;
        var line = lines.get(i);
        int step = Sequence.step(lastArticle, marker.number());
        if (dangling(i) && !(step == 0 && marker.strict() && titled(marker, line))) return;
        if (!marker.strict() && !(step == 0 && (marker.rest() >= line.end() || titled(marker, line)))) return;
        boolean first = Sequence.digits(marker.number()) == 1 && lastArticle.length() > 0 && step < 0;
        if (first) {
            if (!concluded && (amending || articles < 2)) return;
            startPart(LegalText.ComponentKind.REGULATION, null, headingBefore(i), startOfHeading(i));
        } else if (step < 0) {
            return;
        } else if (step > (amending ? 0 : LARGEST_GAP) && !(lastArticle.isEmpty() && !amending)) {
            return;
        }
        if (concluded && !first) {
            if (step != 0) return;
            concluded = false;
            part.conclusions = -1;
        }
        articles++;
        lastArticle = marker.number();
        if (part.kind == LegalText.ComponentKind.MAIN) lastOfMain = lastArticle;
        lastClause = "";
        lastPoint = "";
        clauseSign = 0;
        pointSign = 0;
        inArticle = true;
        add(marker, line);
    }

    private boolean titled(Marker marker, Lines.Line line) {
        if (marker.rest() >= line.end()) return true;
        char c = text.charAt(marker.rest());
        return Character.isUpperCase(c) || c == '“' || c == '"' || c == '(' || Character.isDigit(c);
    }

    private void clause(int i, Marker marker) {
        if (concluded || part.kind == LegalText.ComponentKind.ANNEX || part.kind == LegalText.ComponentKind.FORM)
            return;
        if (!inArticle && !clausesAlone) return;
        var line = lines.get(i);
        char sign = signOf(marker, line);
        if (clauseSign != 0 && sign != clauseSign) return;
        int step = Sequence.step(lastClause, marker.number());
        if (step < 0 || step > (lastClause.isEmpty() ? 0 : 2)) return;
        if (dangling(i) && step != 0) return;
        if (dangling(i) && lastWord(i)) return;
        if (tabbed(marker, line) || marker.rest() >= line.end() && next(i) >= lines.size()) return;
        if (sign == ')' && !lastPoint.isEmpty() && lastClause.isEmpty()) return;
        if (marker.rest() >= line.end() && !followsSentence(i)) return;
        lastClause = marker.number();
        lastPoint = "";
        pointSign = 0;
        clauseSign = sign;
        add(marker, line);
    }

    /** Whether the line before ends a sentence or is the article's own: a number alone behind other words is a cell of a table. */
    private boolean followsSentence(int i) {
        int before = previous(i);
        if (before < 0) return true;
        var line = lines.get(before);
        if (!part.marks.isEmpty() && part.marks.getLast().start() == line.start()) return true;
        return ".;:,”\"".indexOf(text.charAt(line.end() - 1)) >= 0;
    }

    /** "khoản" alone at the end of the line before: the number belongs to it. A heading may end so, and "một số điều". */
    private boolean lastWord(int i) {
        var line = lines.get(previous(i));
        if (!part.marks.isEmpty()
                && part.marks.getLast().level() == UnitLevel.ARTICLE
                && part.marks.getLast().start() == line.start()) {
            return false;
        }
        var words = text.substring(Math.max(line.words(), line.end() - 8), line.end());
        return words.endsWith("khoản") || words.endsWith("điểm") || words.endsWith("Điều");
    }

    private char signOf(Marker marker, Lines.Line line) {
        for (int p = line.words(); p < Math.min(line.end(), line.words() + 12); p++) {
            char c = text.charAt(p);
            if (c == '.' || c == ')') return c;
        }
        return marker.strict() ? '.' : ' ';
    }

    private boolean tabbed(Marker marker, Lines.Line line) {
        for (int p = marker.rest(); p < line.end(); p++) if (text.charAt(p) == '\t') return true;
        return false;
    }

    private void point(int i, Marker marker) {
        if (concluded || part.kind == LegalText.ComponentKind.ANNEX || part.kind == LegalText.ComponentKind.FORM)
            return;
        if (!inArticle && !(clausesAlone && !lastClause.isEmpty())) return;
        var line = lines.get(i);
        char sign = signOf(marker, line);
        if (tabbed(marker, line)) return;
        int step = Sequence.pointStep(lastPoint, marker.number());
        boolean restart = false;
        if (marker.number().length() > 1 && Character.isDigit(marker.number().charAt(1)) && partOfPoint(i, marker))
            return;
        if (step < 0 && marker.number().equals("a")) {
            int before = previous(i);
            restart = before >= 0 && text.charAt(lines.get(before).end() - 1) == ':';
            if (!restart) return;
        } else if (step < 0 || step > (lastPoint.isEmpty() ? 0 : 2)) {
            return;
        }
        if (!restart && pointSign != 0 && sign != pointSign) return;
        if (sign == '.' && lastPoint.isEmpty() && !listFollows(i, marker)) return;
        if (dangling(i) && (lastWord(i) || step > 0)) return;
        lastPoint = marker.number();
        divided = 0;
        pointSign = sign;
        add(marker, line);
    }

    /**
     * "b1)" right below "b)" divides it, where the words of "b)" end without a full stop; an inserted "đ1)" stands behind a finished
     * "đ)". What divides a point is its content.
     */
    private boolean partOfPoint(int i, Marker marker) {
        char letter = marker.number().charAt(0);
        if (letter == divided) return true;
        if (lastPoint.length() != 1 || lastPoint.charAt(0) != letter) return false;
        char last = text.charAt(lines.get(previous(i)).end() - 1);
        if (last == ';' || last == '.' || last == '”' || last == '"') return false;
        divided = letter;
        return true;
    }

    /** "a." begins a list where "b." follows somewhere near. */
    private boolean listFollows(int i, Marker marker) {
        int seen = 0;
        for (int j = next(i); j < lines.size() && seen < 40; j = next(j), seen++) {
            var line = lines.get(j);
            var m = Marker.at(text, line.words(), line.end());
            if (m == null) continue;
            if (m.level() == UnitLevel.ARTICLE) return false;
            if (m.level() == UnitLevel.POINT && Sequence.pointStep(marker.number(), m.number()) == 0) return true;
        }
        return false;
    }

    private void division(int i, Marker marker) {
        if (part.kind == LegalText.ComponentKind.ANNEX || part.kind == LegalText.ComponentKind.FORM) return;
        var line = lines.get(i);
        if (concluded || dangling(i)) return;
        // a long sentence that happens to begin so is no heading
        if (line.end() - line.words() > 700) return;
        inArticle = false;
        lastClause = "";
        lastPoint = "";
        add(marker, line);
    }

    private void add(Marker marker, Lines.Line line) {
        part.marks.add(new Found.Mark(marker.level(), marker.number(), line.start(), marker.rest(), line.end()));
    }

    private boolean startsComponent(int i) {
        var line = lines.get(i);
        if (articles == 0 && !concluded) return false;
        if (line.end() - line.words() > 200) return false;
        var annex = ANNEX.matcher(text).region(line.words(), line.end());
        if (annex.lookingAt() && (concluded || upper(line) || attachedNear(i) || titledBelow(i)) && !dangling(i)) {
            startPart(LegalText.ComponentKind.ANNEX, annex.group(1), titleAt(i), line.start());
            return true;
        }
        boolean behindAnnex = part.kind == LegalText.ComponentKind.ANNEX;
        if ((concluded || behindAnnex) && upper(line)) {
            var list = LIST.matcher(text).region(line.words(), line.end());
            // a list within an annex is part of it; "DANH MỤC 2" behind "DANH MỤC 1" is one of its own
            if (list.matches() && (!behindAnnex || list.group(1) != null) && attachedNear(i)) {
                startPart(LegalText.ComponentKind.ANNEX, list.group(1), titleAt(i), line.start());
                return true;
            }
        }
        if (concluded || part.kind == LegalText.ComponentKind.ANNEX || part.kind == LegalText.ComponentKind.FORM) {
            var form = FORM.matcher(text).region(line.words(), line.end());
            if (form.lookingAt()) {
                startPart(LegalText.ComponentKind.FORM, form.group(1), titleAt(i), line.start());
                return true;
            }
        }
        if (concluded
                && upper(line)
                && REGULATION.matcher(text).region(line.words(), line.end()).matches()
                && attachedNear(i)) {
            startPart(LegalText.ComponentKind.REGULATION, null, titleAt(i), line.start());
            return true;
        }
        return false;
    }

    /** "Phụ lục 01" alone on its line in a regulation, with its title in capitals below. */
    private boolean titledBelow(int i) {
        if (part.kind != LegalText.ComponentKind.REGULATION) return false;
        int j = next(i);
        if (j >= lines.size()) return false;
        var below = lines.get(j);
        return below.end() - below.words() > 5 && upper(below) && Marker.at(text, below.words(), below.end()) == null;
    }

    private boolean upper(Lines.Line line) {
        for (int p = line.words(); p < line.end(); p++) if (Character.isLowerCase(text.charAt(p))) return false;
        return true;
    }

    private boolean attachedNear(int i) {
        int seen = 0;
        for (int j = i; j < lines.size() && seen < 10; j = next(j), seen++) {
            var line = lines.get(j);
            if (ATTACHED.matcher(text)
                    .region(line.words(), Math.min(line.end(), line.words() + 200))
                    .find()) return true;
        }
        return false;
    }

    /** The component's heading and the lines of its title, up to the note in brackets. */
    private @Nullable String titleAt(int i) {
        var title = new StringBuilder();
        int seen = 0;
        for (int j = i; j < lines.size() && seen < 6; j = next(j), seen++) {
            var line = lines.get(j);
            if (text.charAt(line.words()) == '(' || line.end() - line.words() > 300) break;
            if (seen > 0 && Marker.at(text, line.words(), line.end()) != null) break;
            if (seen > 0 && !upper(line) && (seen > 2 || text.startsWith("Kính gửi", line.words()))) break;
            if (!title.isEmpty()) title.append(' ');
            title.append(text, line.words(), line.end());
        }
        return title.isEmpty() ? null : title.toString();
    }

    private @Nullable String headingBefore(int article) {
        int start = headingLine(article);
        return start < 0 ? null : titleAt(start);
    }

    private int startOfHeading(int article) {
        int start = headingLine(article);
        return start < 0 ? lines.get(article).start() : lines.get(start).start();
    }

    /** A heading like QUY CHẾ within the lines before its first article. */
    private int headingLine(int article) {
        int seen = 0;
        for (int j = previous(article); j >= 0 && seen < 16; j = previous(j), seen++) {
            var line = lines.get(j);
            if (line.start() < part.start || isConclusion(line)) return -1;
            if (upper(line)
                    && REGULATION.matcher(text).region(line.words(), line.end()).matches()) return j;
        }
        return -1;
    }

    private void startPart(LegalText.ComponentKind kind, @Nullable String number, @Nullable String title, int start) {
        // chapters counted to the part before belong to what now begins
        var moved = new java.util.ArrayList<Found.Mark>();
        while (!part.marks.isEmpty() && part.marks.getLast().start() >= start) moved.addFirst(part.marks.removeLast());
        part = new Found.Part(kind, number, title, start);
        part.marks.addAll(moved);
        found.parts.add(part);
        lastArticle = "";
        lastClause = "";
        lastPoint = "";
        inArticle = false;
        concluded = false;
    }
}
