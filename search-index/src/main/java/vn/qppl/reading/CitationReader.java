package vn.qppl.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.LegalText;
import vn.qppl.text.Span;

/**
 * Every mention of a document or of a provision, resolved as far as the text allows, in one pass: what is based on, what is
 * amended or ended, what is only cited.
 */
final class CitationReader {
    private static final int MOST = 60_000;

    private static final Pattern LEARN = Pattern.compile(
            "(?<![\\p{L}\\d])((?:Bộ\\s{1,3}luật|Luật|Pháp\\s{1,3}lệnh)\\s[^;.:()\"“”]{2,150}?)[\\s*]{1,6}(?:số\\s{1,3}){1,2}"
                    + NumberMention.FORM + "(?:[\\s,]{1,3}ngày\\s{1,3}" + VietnameseDates.DATE + ")?");
    /** A law's name with its number is never longer. */
    private static final int LONGEST_LAW = 200;

    private static final Pattern SHORT = Pattern.compile(
            "\\(\\s?(?:dưới đây|sau đây|từ đây|trong [\\p{L}\\s]{4,20} này)?\\s?(?:được\\s)?(?:gọi|viết)(?:\\stắt)?(?:\\schung)?\\s(?:tắt\\s)?là:?\\s?[“\"]?([^)”\"\\n]{3,90})[”\"]?\\s?\\)");
    private static final Pattern OPENING = Pattern.compile(
            "^[\\s,:*]*(?:Căn\\s{1,3}cứ|và|các|theo|vào)?[\\s*]*(?:các\\s{1,3}(?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư)(?:\\s{1,3}của\\s[^:;.]{4,60})?:?)?[\\s*]*$",
            Pattern.UNICODE_CASE);
    private static final Pattern JOINED = Pattern.compile("(?<!\\p{L})và[\\s*]{1,4}$");
    private static final Pattern CHAIN =
            Pattern.compile("(?:được|bởi|thi hành|chi tiết|hướng dẫn)(?!\\p{L})", Pattern.UNICODE_CASE);
    private static final Pattern ISSUED_BY = Pattern.compile(
            "^[\\s,*]*(?:của\\s{1,3}(?:liên\\s)?(?:Chính phủ|Quốc hội|Thủ tướng Chính phủ|(?:Bộ|Ủy ban|Uỷ ban|Hội đồng|HĐND|UBND|Chủ tịch|Thống đốc|Văn phòng|Ban)(?:\\s(?!về|quy|hướng|sửa|ban)[^;.,\\s]{1,14}){0,14}))?[\\s,*]*(?:và|cùng)?[\\s*]*(?:các)?[\\s*]*$");
    private static final Pattern ITEM = Pattern.compile(
            "^[\\s*]*(?:(?:\\d{1,3}(?:\\.\\d{1,2})?[.)]|[a-zđ]\\)|[-–+])[\\s*]*)?(?:Toàn bộ|toàn bộ)?[\\s*]*$");
    private static final String[] JOINTS = {"của", "tại", "thuộc", "trong", "theo"};
    private static final String[] ATTACHED = {
        "Quy định",
        "Quy chế",
        "Điều lệ",
        "Quy chuẩn",
        "Danh mục",
        "Nội quy",
        "Chương trình",
        "Kế hoạch",
        "Đề án",
        "Phụ lục",
        "Mẫu",
        "ban hành",
        "được ban hành",
        "kèm theo",
        "đính kèm"
    };
    private static final Pattern ACT = Pattern.compile(
            "(?<!\\p{L})(sửa đổi, bổ sung|sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|đính chính|tạm ngưng hiệu lực|ngưng hiệu lực|đình chỉ việc thi hành|đình chỉ thi hành|công bố|hợp nhất|giải thích|quy định chi tiết và hướng dẫn|quy định chi tiết|hướng dẫn thi hành|hướng dẫn thực hiện|hướng dẫn)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern QUOTED = Pattern.compile("[“\"][^”\"]{0,160}[”\"]");
    private static final Pattern PASSIVE = Pattern.compile(
            "(?:được|bị|đã)\\s{1,3}(?:\\p{L}{1,8}\\s{1,3}){0,2}$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PASSIVE_BY =
            Pattern.compile("(?<!\\p{L})(?:bởi|theo|tại)(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern OBJECT = Pattern.compile(
            "^(?:[\\s,:*\\n]|toàn bộ|một phần|một số|nội dung|quy định|điều|khoản|điểm|mục|chương|phụ lục|mẫu|của|tại|trong|các|và|thi hành|biện pháp|việc|luật|về|thực hiện|cụm từ|từ|\\d+[a-zđ]?|[a-zđ](?!\\p{L})|[IVX]+|sau|đây|văn bản|quy phạm pháp luật|dưới|kèm theo|ban hành|do|hđnd|ubnd|hội đồng nhân dân|ủy ban nhân dân|tỉnh|quy chế|nghị quyết|quyết định|nghị định|thông tư|[;()-])*+$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern AMENDED_BY = Pattern.compile(
            "[\\s,]{0,3}(?:đã\\s)?(?:được\\s)?sửa đổi,? bổ sung", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern AMENDED_BY_HERE = Pattern.compile(
            "được\\s(?:sửa đổi|bổ sung)[^;.()]{0,110}(?:bởi|theo|tại)\\s+(?:các\\s)?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ENDS = Pattern.compile(
            "^[^.;\\n]{0,220}?(?:hết hiệu lực(?: thi hành)?|bị bãi bỏ|được bãi bỏ|được thay thế bằng (?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Pháp lệnh|Bộ luật) này)",
            Pattern.UNICODE_CASE);

    private final String text;
    private final Metadata metadata;
    private final Whereabouts here;
    private final KnownNames names = new KnownNames();
    private final List<Citation> bases = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();
    private final @Nullable LocalDate on;

    private int basisStart = -1;
    private int basisAfter;
    private int basisWordEnd;
    private boolean lastWasBasis;
    private @Nullable DocumentForm lastBasisForm;
    private boolean inBases;
    private RelationKind lastAct = RelationKind.CITES;
    private int lastEnd;
    private @Nullable String articleTarget;
    private int articleOfTarget = -2;
    private int listLead = -2;
    private @Nullable RelationKind listAct;

    private CitationReader(LegalText structure, Metadata metadata) {
        this.text = structure.text();
        this.metadata = metadata;
        this.here = new Whereabouts(structure);
        this.on = metadata.issuedOn() == null ? null : metadata.issuedOn().value();
    }

    record Citations(List<Citation> bases, List<Citation> citations) {}

    static Citations read(LegalText structure, Metadata metadata) {
        var reader = new CitationReader(structure, metadata);
        reader.learn();
        reader.run();
        return new Citations(List.copyOf(reader.bases), List.copyOf(reader.citations));
    }

    /** Laws the text names together with their number; short names it gives. */
    private void learn() {
        var m = LEARN.matcher(text).useTransparentBounds(true);
        int n = text.length();
        for (int i = 0; i < n; i++) {
            if (!opensLaw(i) || text.indexOf("số", i, Math.min(n, i + LONGEST_LAW)) < 0) continue;
            if (!m.region(i, n).lookingAt()) continue;
            i = m.end() - 1;
            var name = m.group(1).replaceAll("[\\s*]+", " ");
            // the innermost "Luật": "của Luật A, Luật B số …" names B
            boolean amending = name.startsWith("Luật sửa đổi") || name.startsWith("Luật Sửa đổi");
            int last = Math.max(name.lastIndexOf(" Luật "), name.lastIndexOf(" Bộ luật "));
            if (last > 0 && !amending) name = name.substring(last + 1);
            if (!amending && MentionedDocument.endsWithin(name)) continue;
            var number = NumberMention.of(m.toMatchResult(), 1, text);
            names.learn(name, number.printed(), VietnameseDates.of(m, 4).orElse(null));
        }
    }

    private boolean opensLaw(int i) {
        return switch (text.charAt(i)) {
            case 'L' -> text.startsWith("uật", i + 1);
            case 'B' -> text.startsWith("ộ", i + 1);
            case 'P' -> text.startsWith("háp", i + 1);
            default -> false;
        };
    }

    private void run() {
        int n = text.length();
        int i = titleStart();
        boolean wordStart = true;
        while (i < n && citations.size() + bases.size() < MOST) {
            char c = text.charAt(i);
            if (!Character.isLetter(c)) {
                wordStart = !Character.isDigit(c);
                i++;
                continue;
            }
            if (!wordStart) {
                i++;
                continue;
            }
            here.moveTo(i);
            basis(i);
            int next = mention(i);
            if (next > i) {
                i = next;
                wordStart = true;
            } else {
                i++;
                wordStart = false;
            }
        }
    }

    private int titleStart() {
        // the letterhead's own number is no mention; its title is
        return metadata.title() != null
                ? metadata.title().span().start()
                : metadata.number() != null ? metadata.number().span().end() : 0;
    }

    /** Follows the paragraphs of the preamble: "Căn cứ …". */
    private void basis(int i) {
        char c = text.charAt(i);
        if (here.article(i) != null) {
            inBases = false;
            basisStart = -1;
            return;
        }
        if (c == 'C'
                && ProvisionMention.word(text, i, "Căn")
                && ProvisionMention.word(text, ProvisionMention.blanks(text, i + 3), "cứ")
                && lineStarts(i)) {
            inBases = true;
            basisStart = i;
            basisAfter = ProvisionMention.blanks(text, i + 3) + 2;
            basisWordEnd = basisAfter;
            lastWasBasis = true;
        } else if (inBases
                && (c == 'T' || c == 'X' || c == 'Đ' || c == 'Q' || c == 'H' || c == 'B' || c == 'C')
                && lineStarts(i)
                && ended(i)) {
            if (!ProvisionMention.word(text, i, "Nghị")
                    && !ProvisionMention.word(text, i, "Luật")
                    && !ProvisionMention.word(text, i, "Thông")) inBases = false;
        }
    }

    private boolean lineStarts(int i) {
        int j = i - 1;
        while (j >= 0
                && (text.charAt(j) == ' '
                        || text.charAt(j) == '*'
                        || text.charAt(j) == '\t'
                        || text.charAt(j) == '_'
                        || text.charAt(j) == '\u00a0')) j--;
        return j < 0 || text.charAt(j) == '\n' || text.charAt(j) == ';';
    }

    private boolean ended(int i) {
        int j = i - 1;
        while (j >= 0 && (Character.isWhitespace(text.charAt(j)) || text.charAt(j) == '*')) j--;
        return j >= 0 && (text.charAt(j) == ';' || text.charAt(j) == '.' || text.charAt(j) == ':');
    }

    /** Reads the mention that begins here; where it ends, or {@code i}. */
    private int mention(int i) {
        if (i + 1 >= text.length() || !opens(Marks.fold(text.charAt(i)), Marks.fold(text.charAt(i + 1)))) return i;
        var provisions = ProvisionMention.level(text, i) == null || here.unitBegins(i) || heading(i) || recipients(i)
                ? null
                : ProvisionMention.at(text, i);
        if (provisions != null && !provisions.each().isEmpty()) {
            int after = ProvisionMention.blanks(text, provisions.end());
            var document = documentAfter(provisions.end());
            if (document != null) {
                emit(provisions, document);
                alias(document);
                return document.end();
            }
            if (after < text.length() && generic(provisions)) return provisions.end();
            emitWithin(provisions);
            return provisions.end();
        }
        var document = MentionedDocument.at(text, i, names, on);
        if (document == null) return i;
        emit(null, document);
        alias(document);
        return document.end();
    }

    /** The first two letters of every word that opens a mention, without marks. */
    private static boolean opens(char a, char b) {
        return switch (a) {
            case 'd' -> b == 'i' || b == 'e';
            case 'k' -> b == 'h' || b == 'e';
            case 'p' -> b == 'h';
            case 'm' -> b == 'u' || b == 'a';
            case 'c' -> b == 'h' || b == 'o';
            case 'l' -> b == 'u' || b == 'e';
            case 'b' -> b == 'o' || b == 'a';
            case 'n' -> b == 'g';
            case 'q' -> b == 'u';
            case 't' -> b == 'h' || b == 'o';
            case 'h' -> b == 'i' || b == 'u';
            case 's' -> b == 'o';
            case 'v' -> b == 'a';
            default -> false;
        };
    }

    /** "- Như Điều 3;" names the recipients, no rule. */
    private boolean recipients(int i) {
        int j = i - 1;
        while (j >= 0 && Character.isWhitespace(text.charAt(j))) j--;
        if (j < 3 || !text.startsWith("Như", j - 2)) return false;
        int k = j - 3;
        while (k >= 0 && (text.charAt(k) == ' ' || text.charAt(k) == '*')) k--;
        return k >= 0 && (text.charAt(k) == '-' || text.charAt(k) == '–' || text.charAt(k) == '\n');
    }

    /** "Chương I" alone on its line is a heading. */
    private boolean heading(int i) {
        if (!lineStarts(i) || text.charAt(i) == 'k' || text.charAt(i) == 'đ') return false;
        if (ProvisionMention.word(text, i, "Điều")) {
            int d = ProvisionMention.blanks(text, i + 4);
            while (d < text.length() && Character.isLetterOrDigit(text.charAt(d))) d++;
            if (d >= text.length()) return true;
            char c = text.charAt(d);
            return c == '.' || c == ':' || c == '\n' || c == '*';
        }
        return ProvisionMention.word(text, i, "Chương")
                || ProvisionMention.word(text, i, "Mục")
                || ProvisionMention.word(text, i, "Phần")
                || ProvisionMention.word(text, i, "Phụ");
    }

    /** A bare annex or form is named everywhere; only addresses of articles are worth a mention without a document. */
    private static boolean generic(ProvisionMention provisions) {
        return provisions.each().stream()
                .allMatch(p -> switch (p.parts().getFirst().level()) {
                    case ANNEX, SECTION, CHAPTER, PART -> true;
                    // "Bảng 2 Phụ lục I" is one place of this text
                    case FORM, TABLE -> p.parts().size() == 1;
                    case POINT, CLAUSE, ARTICLE -> false;
                });
    }

    /**
     * The document that a provision belongs to: directly after it ("Điều 5 của Luật X"), or after the regulation it was issued
     * with ("khoản 2 Điều 3 Quy chế … ban hành kèm theo Quyết định số …").
     */
    private @Nullable MentionedDocument documentAfter(int from) {
        int i = ProvisionMention.blanks(text, from);
        if (i < text.length() && text.charAt(i) == ',') i = ProvisionMention.blanks(text, i + 1);
        for (var joint : JOINTS)
            if (ProvisionMention.word(text, i, joint)) {
                i = ProvisionMention.blanks(text, i + joint.length());
                break;
            }
        if (ProvisionMention.word(text, i, "các")) i = ProvisionMention.blanks(text, i + 3);
        var document = MentionedDocument.at(text, i, names, on);
        if (document != null && (document.number() != null || document.self() || document.title() != null))
            return document;
        boolean attached = false;
        for (var word : ATTACHED) attached |= text.startsWith(word, i);
        if (!attached) return null;
        int limit = Math.min(text.length(), i + 170);
        for (int at = text.indexOf("theo", i, limit); at >= 0; at = text.indexOf("theo", at + 4, limit)) {
            document = MentionedDocument.at(text, ProvisionMention.blanks(text, at + 4), names, on);
            if (document != null && clean(i, at)) return document;
        }
        return null;
    }

    private boolean clean(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ';' || c == '.' && i + 1 < to && Character.isWhitespace(text.charAt(i + 1))) return false;
        }
        return true;
    }

    // ---- what a mention becomes ------------------------------------------------------------------

    private void emit(@Nullable ProvisionMention provisions, MentionedDocument document) {
        int start = provisions == null ? document.start() : provisions.start();
        var span = new Span(start, document.end());
        boolean quoted = here.quoted(start);
        boolean basis = provisions == null && !document.self() && isBasis(document, start)
                || provisions != null && inBases && basisStart >= 0 && isBasisAt(start, document.form());
        var relation = basis ? RelationKind.BASED_ON : quoted ? RelationKind.CITES : relation(start, document);
        boolean own = document.number() != null
                && metadata.number() != null
                && document.number().equalsIgnoreCase(metadata.number().value());
        boolean self = own || document.self() && !quoted;
        String reason = document.reason();
        double confidence = document.confidence();
        if (document.self() && quoted) {
            reason = "Nằm trong đoạn trích: “này” là văn bản được sửa đổi";
            confidence = 0.8;
        }
        if (self && !own && !ownForm(document)) {
            confidence = Math.min(confidence, 0.9);
            reason = "“%s này” không khớp tên loại của văn bản"
                    .formatted(document.form() == null ? "" : document.form().label());
        }
        var number = self && metadata.number() != null ? metadata.number().value() : document.number();
        var title = document.title() != null
                ? document.title()
                : document.number() == null && document.form() != null && !self
                        ? document.form().label() + (document.self() ? " này" : "")
                        : null;
        // a document alone and "này" says nothing of where it points, except in an address
        if (document.self() && provisions == null) {
            lastEnd = document.end();
            return;
        }
        var into = basis ? bases : citations;
        if (provisions == null) {
            add(into, new Citation(number, title, document.date(), null, self, relation, span, confidence, reason));
        } else {
            for (var provision : provisions.each())
                add(
                        into,
                        new Citation(
                                number,
                                title,
                                document.date(),
                                resolved(provision, start),
                                self,
                                relation,
                                span,
                                confidence,
                                reason));
        }
        lastAct = relation;
        lastEnd = document.end();
        if (inBases) {
            basisAfter = document.end();
            lastWasBasis = basis;
            if (basis) lastBasisForm = document.form();
        }
    }

    /** "khoản 2 Điều này", "Điều 5" without a document: this text, or what its article amends. */
    private void emitWithin(ProvisionMention provisions) {
        int start = provisions.start();
        var span = new Span(start, provisions.end());
        boolean quoted = here.quoted(start);
        for (var provision : provisions.each()) {
            var printed = resolved(provision, start);
            boolean article = provision.number(ProvisionMention.Level.ARTICLE) != null;
            boolean hereWord =
                    provision.parts().stream().anyMatch(p -> p.number().equals(ProvisionMention.HERE));
            if (quoted) {
                add(
                        citations,
                        new Citation(
                                target(start),
                                null,
                                null,
                                printed,
                                false,
                                RelationKind.CITES,
                                span,
                                0.8,
                                "Nằm trong đoạn trích của văn bản được sửa đổi"));
            } else if (!hereWord && amending(start)) {
                add(
                        citations,
                        new Citation(
                                target(start),
                                null,
                                null,
                                printed,
                                false,
                                RelationKind.AMENDS,
                                span,
                                target(start) == null ? 0.6 : 0.85,
                                "Văn bản được sửa đổi lấy từ tên điều hoặc trích yếu"));
            } else {
                boolean resolvedHere = !printed.contains(ProvisionMention.HERE);
                add(
                        citations,
                        new Citation(
                                metadata.number() == null
                                        ? null
                                        : metadata.number().value(),
                                null,
                                null,
                                printed,
                                true,
                                RelationKind.CITES,
                                span,
                                article && resolvedHere ? 0.97 : 0.85,
                                article && resolvedHere
                                        ? null
                                        : "Địa chỉ không ghi điều hoặc văn bản; hiểu là của chính văn bản này"));
            }
        }
        lastEnd = provisions.end();
    }

    private static void add(List<Citation> into, Citation citation) {
        if (into.size() < MOST) into.add(citation);
    }

    private boolean ownForm(MentionedDocument document) {
        var form = document.form();
        if (form == null || metadata.form() == null || form == metadata.form()) return true;
        return form == DocumentForm.REGULATION
                || form == DocumentForm.RULES
                || form == DocumentForm.CHARTER
                || form == DocumentForm.LAW && metadata.form() == DocumentForm.CODE
                || metadata.form() == DocumentForm.CONSOLIDATED;
    }

    private boolean amending(int at) {
        var heading = Marks.lower(here.articleHeading(at));
        return heading.contains("sửa đổi")
                || heading.contains("bổ sung")
                || heading.contains("bãi bỏ")
                || heading.contains("thay thế");
    }

    /** The document that the article around this place amends: the last named in its heading, else the title's only one. */
    private @Nullable String target(int at) {
        int article = here.articleStart(at);
        if (article != articleOfTarget) {
            articleOfTarget = article;
            articleTarget = null;
            var heading = here.articleHeading(at);
            var m = NumberMention.PATTERN.matcher(heading);
            if (m.find())
                articleTarget = NumberMention.of(m.toMatchResult(), 0, heading).printed();
            if (articleTarget == null && metadata.title() != null) {
                var title = metadata.title().value();
                var t = NumberMention.PATTERN.matcher(title);
                if (t.find())
                    articleTarget =
                            NumberMention.of(t.toMatchResult(), 0, title).printed();
            }
        }
        return articleTarget;
    }

    private String resolved(ProvisionMention.Provision provision, int at) {
        var printed = provision.print();
        if (!printed.contains(ProvisionMention.HERE)) return printed;
        var article = here.article(at);
        var clause = here.clause(at);
        var point = here.point(at);
        var out = new StringBuilder();
        for (var part : provision.parts()) {
            if (!out.isEmpty()) out.append(' ');
            boolean hereWord = part.number().equals(ProvisionMention.HERE);
            switch (part.level()) {
                case ARTICLE -> out.append("Điều ").append(hereWord && article != null ? article : part.number());
                case CLAUSE -> {
                    out.append("khoản ").append(hereWord && clause != null ? clause : part.number());
                    if (hereWord && clause != null && article != null)
                        out.append(" Điều ").append(article);
                }
                case POINT -> {
                    out.append("điểm ").append(hereWord && point != null ? point : part.number());
                    if (hereWord && point != null && clause != null && article != null)
                        out.append(" khoản ").append(clause).append(" Điều ").append(article);
                }
                case SECTION, CHAPTER, PART, ANNEX, FORM ->
                    out.append(part.level().word).append(' ').append(part.number());
            }
        }
        return out.toString();
    }

    // ---- bases and relations ---------------------------------------------------------------------

    private boolean isBasis(MentionedDocument document, int start) {
        return inBases && basisStart >= 0 && isBasisAt(start, document.form());
    }

    /**
     * Directly after "Căn cứ", or joined to the basis before: not in the words that describe it, nor in the chain of texts that
     * amended it.
     */
    private boolean isBasisAt(int start, @Nullable DocumentForm form) {
        if (basisAfter > start || start - basisAfter > 500) return false;
        var gap = text.substring(basisAfter, start);
        int semicolon = gap.lastIndexOf(';');
        if (semicolon >= 0) return OPENING.matcher(gap.substring(semicolon + 1)).matches();
        if (!lastWasBasis) return false;
        if (basisAfter == basisWordEnd) return OPENING.matcher(gap).matches();
        if (ISSUED_BY.matcher(gap).matches()) return true;
        // "Nghị định số A … của Chính phủ về … và Nghị định số B …": of one form, so of one rank
        return form != null
                && form == lastBasisForm
                && JOINED.matcher(gap).find()
                && !CHAIN.matcher(gap).find();
    }

    private static String unquoted(String words) {
        return words.indexOf('“') < 0 && words.indexOf('"') < 0
                ? words
                : QUOTED.matcher(words).replaceAll(" ");
    }

    private RelationKind relation(int start, MentionedDocument document) {
        if (document.self() || inBases && here.article(start) == null && basisStart >= 0) return RelationKind.CITES;
        int from = Math.max(Math.max(sentence(start), here.unitStart(start)), Math.max(0, start - 320));
        boolean inTitle = metadata.title() != null && metadata.title().span().contains(start);
        if (metadata.title() != null && inTitle)
            from = Math.max(from, metadata.title().span().start());
        var before = text.substring(from, start);
        var m = ACT.matcher(before);
        int at = -1;
        String verb = "";
        while (m.find()) {
            at = m.start();
            verb = Marks.lower(m.group(1));
            if (at > 0 && PASSIVE.matcher(before.substring(0, at)).find()) at = -1;
            else {
                var object = before.substring(m.end());
                if (!OBJECT.matcher(unquoted(object)).matches()
                        || PASSIVE_BY.matcher(object).find()
                                && !object.contains("kèm theo")
                                && !object.strip().startsWith("tại")) at = -1;
            }
        }
        if (at >= 0) {
            var kind = kind(verb);
            boolean descriptive = kind == RelationKind.DETAILS
                    || kind == RelationKind.GUIDES
                    || kind == RelationKind.ANNOUNCES
                    || kind == RelationKind.CONSOLIDATES
                    || kind == RelationKind.INTERPRETS;
            // outside the title these words describe other documents more often than this one
            if (!descriptive || inTitle || subject(before.substring(0, at))) {
                if (!describes(before.substring(0, at))) return kind;
            }
        }
        if (lastAct != RelationKind.CITES
                && lastAct != RelationKind.BASED_ON
                && start - lastEnd < 320
                && start >= lastEnd) {
            var gap = text.substring(lastEnd, start);
            boolean list = gap.strip()
                    .matches(
                            "(?s)(?:[,;:]|và|;?\\s*và|,?\\s*(?:ngày|của|về|do|ban hành|quy định)[^.]{0,280}[,;](?:\\s*(?:và|[a-zđ]\\)|\\d{1,2}[.)]|-|các))?)\\s*(?:và|[a-zđ]\\)|\\d{1,2}[.)]|-|các)?");
            if (list) return lastAct;
        }
        var listed = listed(start);
        if (listed != null) return listed;
        var after = text.substring(document.end(), Math.min(text.length(), document.end() + 260));
        var ends = ENDS.matcher(after);
        if (ends.find()
                && !before.contains("trước ngày")
                && NumberMention.PATTERN
                                .matcher(ends.group())
                                .results()
                                .limit(6)
                                .count()
                        < 5) return ends.group().contains("thay thế") ? RelationKind.REPLACES : RelationKind.REPEALS;
        return RelationKind.CITES;
    }

    /** An item of a list that an act opens: "Bãi bỏ toàn bộ các Quyết định sau đây:" / "1. Quyết định số …". */
    private @Nullable RelationKind listed(int start) {
        int line = start;
        while (line > 0 && start - line < 30 && text.charAt(line - 1) != '\n') line--;
        if (!ITEM.matcher(text.substring(line, start)).matches()) return null;
        int lead = here.article(start) == null ? -1 : here.articleStart(start);
        if (lead < 0 || start - lead > 60_000) return null;
        if (lead != listLead) {
            listLead = lead;
            listAct = null;
            int limit = Math.min(text.length(), lead + 500);
            int colon = text.indexOf(':', lead, limit);
            if (colon > 0 && ProvisionMention.blanks(text, colon + 1) > colon + 1) {
                var words = text.substring(lead, colon);
                var m = ACT.matcher(words);
                if (m.find() && !PASSIVE.matcher(words.substring(0, m.start())).find())
                    listAct = kind(Marks.lower(m.group(1)));
            }
        }
        return listAct;
    }

    private int sentence(int at) {
        for (int i = at - 1; i > 0 && at - i < 330; i--) {
            char c = text.charAt(i);
            if (c == '.'
                    && i + 1 < text.length()
                    && Character.isWhitespace(text.charAt(i + 1))
                    && !Character.isDigit(text.charAt(i - 1))) return i + 1;
            if (c == '\n' && i > 1 && (text.charAt(i - 1) == '.' || text.charAt(i - 1) == ';')) return i + 1;
        }
        return Math.max(0, at - 330);
    }

    /** The words before an act belong to another document: "Nghị định số A của Chính phủ | sửa đổi, bổ sung Nghị định số B". */
    private static boolean describes(String before) {
        var m = NumberMention.PATTERN.matcher(before);
        int last = -1;
        while (m.find()) last = m.end();
        if (last < 0) return false;
        var between = before.substring(last);
        return !between.contains(" và ")
                && !between.contains(";")
                && !between.contains(" này ")
                && !between.contains(":");
    }

    /** "Nghị định này quy định chi tiết …". */
    private static boolean subject(String before) {
        var words = before.strip();
        return words.endsWith("này") || words.isEmpty();
    }

    private static RelationKind kind(String verb) {
        return switch (verb.split("[ ,]")[0]) {
            case "sửa", "bổ" -> RelationKind.AMENDS;
            case "thay" -> RelationKind.REPLACES;
            case "bãi", "hủy", "huỷ" -> RelationKind.REPEALS;
            case "đính" -> RelationKind.CORRECTS;
            case "tạm", "ngưng" -> RelationKind.SUSPENDS_EFFECT;
            case "đình" -> RelationKind.SUSPENDS_IMPLEMENTATION;
            case "công" -> RelationKind.ANNOUNCES;
            case "hợp" -> RelationKind.CONSOLIDATES;
            case "giải" -> RelationKind.INTERPRETS;
            case "quy" -> RelationKind.DETAILS;
            case "hướng" -> RelationKind.GUIDES;
            default -> RelationKind.RELATED;
        };
    }

    /** "(sau đây gọi tắt là Nghị định 15)" gives the document before it another name. */
    private void alias(MentionedDocument document) {
        if (document.number() == null) return;
        int limit = Math.min(text.length(), document.end() + 330);
        int stop = document.end();
        while (stop < limit && text.charAt(stop) != ';') stop++;
        var m = SHORT.matcher(text).region(document.end(), stop);
        if (!m.find()) return;
        var between = text.substring(document.end(), m.start());
        // "Bộ luật A đã được sửa đổi theo Luật B (sau đây gọi là Bộ luật A)": the name is A's
        if (NumberMention.PATTERN.matcher(between).find()
                && !AMENDED_BY.matcher(between).lookingAt()) return;
        int back = Math.max(0, document.start() - 160);
        if (AMENDED_BY_HERE.matcher(text.substring(back, document.start())).find()) return;
        var name = m.group(1).replaceAll("[\\s*]+", " ").strip();
        if (DocumentForm.opens(name)) names.learn(name, document.number(), document.date());
    }
}
