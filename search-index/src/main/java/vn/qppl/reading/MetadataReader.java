package vn.qppl.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what the letterhead, the signature and the lines that name the document say, into proposals with a confidence built
 * from that evidence: where it stands, and how many independent places agree.
 */
final class MetadataReader {
    private static final double AGREED = 0.995;
    private static final double CLEAR = 0.985;
    private static final double LIKELY = 0.93;
    private static final double DOUBTFUL = 0.75;
    private static final double WEAK = 0.55;

    private static final Pattern OLD_LEAD = Pattern.compile(
            "^(?:liên tịch\\s[^\\d]{4,120}?\\s)?(?:của\\s[^\\d]{4,120}?\\s)?số\\s[^\\s]{2,24}(?:\\s(?:[A-ZĐ]{1,6}[/-])?[A-ZĐ/-]{2,16})?\\s(?:ngày\\s"
                    + VietnameseDates.DATE
                    + "\\s*)?(?:của\\s[^\\d]{4,80}?\\s(?=về|hướng|quy|ban))?(?:về việc\\s|về\\s)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern OLD_TAIL = Pattern.compile(
            "\\s(?:của\\s)?quốc hội (?:nước [^,;]{10,60} )?(?:khóa|khoá)\\s.*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final String text;
    private final Letterhead head;
    private final Optional<Caption> caption;
    private final Optional<Caption> note;
    private final Optional<SignatureReader.Signature> signature;

    private MetadataReader(String text) {
        this.text = text;
        this.head = Letterhead.read(text);
        boolean headed = head.motto() || !head.numbers().isEmpty();
        this.caption = Caption.first(text, 0, Math.min(text.length(), 4_000));
        this.note = Caption.note(text, head.body(), Math.min(text.length(), head.body() + 40_000));
        this.signature = headed || head.form() != null || head.issuer() != null
                ? SignatureReader.read(text, head.body())
                : Optional.empty();
    }

    static Metadata read(String text) {
        return new MetadataReader(text).read();
    }

    private Metadata read() {
        var form = form();
        var number = number(form == null ? null : form.value());
        var issuedOn = issuedOn(number);
        var issuer = issuer(number, form == null ? null : form.value());
        return new Metadata(
                number == null ? null : ofItsYear(number, issuedOn),
                form == null
                        ? null
                        : new Finding<>(form.value().label(), form.span(), form.confidence(), form.reason()),
                form == null ? null : form.value(),
                issuer,
                signature
                        .map(s -> signer(s, form == null ? null : form.value()))
                        .orElse(null),
                signature
                        .filter(s -> !s.capacity().isEmpty())
                        .map(this::capacity)
                        .orElse(null),
                place(),
                issuedOn,
                title(form == null ? null : form.value()),
                chairman(),
                List.of(),
                head.body());
    }

    /** A number of another year than the day of issue: one of the two is misprinted, and nothing here says which. */
    private static Finding<String> ofItsYear(Number number, @Nullable Finding<LocalDate> issuedOn) {
        var finding = number.finding();
        Integer year = number.mention().year();
        if (year == null || issuedOn == null || year == issuedOn.value().getYear()) return finding;
        return new Finding<>(
                finding.value(),
                finding.span(),
                Math.min(finding.confidence(), DOUBTFUL),
                finding.reason() != null
                        ? finding.reason()
                        : "Năm trong số (%d) khác năm của ngày ban hành (%d)"
                                .formatted(year, issuedOn.value().getYear()));
    }

    // ---- form ------------------------------------------------------------------------------------

    private @Nullable Finding<DocumentForm> form() {
        var bySymbol = head.numbers().isEmpty()
                ? Optional.<DocumentForm>empty()
                : DocumentForm.ofSymbol(head.numbers().getFirst().number().symbol());
        var byLine = head.form();
        if (byLine != null) {
            var form = byLine.form();
            if (bySymbol.isPresent()
                    && bySymbol.get() == DocumentForm.CONSOLIDATED
                    && form != DocumentForm.CONSOLIDATED)
                return new Finding<>(
                        DocumentForm.CONSOLIDATED, head.numbers().getFirst().span(), CLEAR, null);
            if (bySymbol.isPresent() && same(bySymbol.get(), form))
                return new Finding<>(form, byLine.span(), AGREED, null);
            if (bySymbol.isPresent() && bySymbol.get() != form) {
                if (form == DocumentForm.LAW || form == DocumentForm.CODE)
                    return new Finding<>(form, byLine.span(), CLEAR, null);
                return new Finding<>(
                        form,
                        byLine.span(),
                        DOUBTFUL,
                        "Tên loại văn bản (%s) không khớp ký hiệu (%s)"
                                .formatted(
                                        form.label(),
                                        head.numbers().getFirst().number().symbol()));
            }
            boolean firm = head.motto() && byLine.capitals();
            return new Finding<>(
                    form,
                    byLine.span(),
                    firm ? CLEAR : DOUBTFUL,
                    firm ? null : "Tên loại không đứng trong phần đầu văn bản theo thể thức");
        }
        if (!head.numbers().isEmpty()) {
            var first = head.numbers().getFirst();
            if (bySymbol.isPresent())
                return new Finding<>(
                        bySymbol.get(),
                        first.span(),
                        LIKELY,
                        "Không thấy dòng tên loại; suy từ ký hiệu "
                                + first.number().symbol());
            if (head.addressed() || head.subjectLine())
                return new Finding<>(
                        DocumentForm.LETTER,
                        first.span(),
                        LIKELY,
                        "Công văn không ghi tên loại; suy từ ký hiệu và phần kính gửi");
            if (first.named() != null && first.labelled())
                return new Finding<>(
                        first.named(), first.span(), DOUBTFUL, "Không thấy dòng tên loại; suy từ chữ trước số");
        }
        return caption.map(c -> new Finding<>(
                        c.form(), c.numberSpan(), LIKELY, "Không thấy phần đầu văn bản; lấy từ dòng giới thiệu"))
                .orElse(null);
    }

    private static boolean same(DocumentForm bySymbol, DocumentForm form) {
        return bySymbol == form
                || bySymbol == DocumentForm.LAW && (form == DocumentForm.ORDER || form == DocumentForm.CODE)
                || bySymbol == DocumentForm.JOINT_CIRCULAR
                        && (form == DocumentForm.OLD_JOINT_CIRCULAR || form == DocumentForm.CIRCULAR)
                || bySymbol == DocumentForm.RESOLUTION && form == DocumentForm.JOINT_RESOLUTION
                || bySymbol == DocumentForm.CIRCULAR
                        && (form == DocumentForm.JOINT_CIRCULAR || form == DocumentForm.OLD_JOINT_CIRCULAR);
    }

    // ---- number ----------------------------------------------------------------------------------

    private record Number(NumberMention mention, Finding<String> finding) {}

    private @Nullable Number number(@Nullable DocumentForm form) {
        if (head.numbers().isEmpty()) {
            if (caption.isPresent() && !head.blankNumber()) {
                var c = caption.get();
                return new Number(
                        c.number(),
                        new Finding<>(
                                c.number().printed(),
                                c.numberSpan(),
                                LIKELY,
                                "Không thấy phần đầu văn bản; lấy từ dòng giới thiệu"));
            }
            if (note.isPresent()
                    && head.form() != null
                    && head.form().form() == note.get().form()) {
                var n = note.get();
                return new Number(
                        n.number(),
                        new Finding<>(
                                n.number().printed(),
                                n.numberSpan(),
                                DOUBTFUL,
                                "Số ở đầu văn bản bỏ trống; lấy từ ghi chú của phần kèm theo"));
            }
            return null;
        }
        var chosen = head.numbers().getFirst();
        for (var n : head.numbers()) if (!fits(chosen, form) && fits(n, form)) chosen = n;
        var printed = chosen.number().printed();
        var others = head.numbers().stream()
                .map(n -> n.number().printed())
                .filter(p -> !p.equals(printed))
                .distinct()
                .toList();
        double confidence = CLEAR;
        String reason = null;
        if (!others.isEmpty()) {
            confidence = DOUBTFUL;
            reason = "Phần đầu văn bản có hơn một số: %s và %s".formatted(printed, String.join(", ", others));
        } else if (!chosen.labelled()) {
            confidence = LIKELY;
            reason = "Số không đứng sau chữ “Số:”";
        } else if (!head.motto()) {
            confidence = LIKELY;
            reason = "Không thấy quốc hiệu, tiêu ngữ bên cạnh số";
        } else if (unmarked(chosen.number().symbol())) {
            confidence = DOUBTFUL;
            reason = "Ký hiệu thiếu dấu, có thể do nhận dạng";
        } else if (!fits(chosen, form)) {
            confidence = DOUBTFUL;
            reason = "Ký hiệu không khớp tên loại văn bản";
        } else if (!issuerFits(chosen.number().symbol())) {
            confidence = LIKELY;
            reason = "Ký hiệu không khớp tên cơ quan ban hành";
        } else if (agrees(printed)) confidence = AGREED;
        return new Number(chosen.number(), new Finding<>(printed, chosen.span(), confidence, reason));
    }

    private boolean issuerFits(String symbol) {
        var bySymbol = IssuingBody.ofSymbol(symbol);
        if (head.issuer() == null || bySymbol.isEmpty() || symbol.contains("VBHN")) return true;
        var named = IssuingBody.centralNamed(head.issuer().words());
        return named.isEmpty() || named.equals(bySymbol) || named.get().contains(" - ");
    }

    private boolean agrees(String printed) {
        return caption.filter(c -> c.number().printed().equalsIgnoreCase(printed))
                        .isPresent()
                || note.filter(c -> c.number().printed().equalsIgnoreCase(printed))
                        .isPresent();
    }

    private static boolean unmarked(String symbol) {
        return symbol.startsWith("QD-") || symbol.startsWith("ND-") || symbol.endsWith("-HDND");
    }

    private static boolean fits(Letterhead.Numbered n, @Nullable DocumentForm form) {
        if (form == null || form == DocumentForm.LETTER) return true;
        var by = DocumentForm.ofSymbol(n.number().symbol());
        if (by.isEmpty())
            return form.maybeNormative() && n.number().symbol().matches("(?:UBTV)?QH\\d{1,2}|PL-UBTVQH\\d{1,2}|.*CTN")
                    || !form.maybeNormative()
                    || n.number().year() == null;
        return same(by.get(), form) || form == DocumentForm.CONSOLIDATED;
    }

    // ---- date ------------------------------------------------------------------------------------

    private @Nullable Finding<LocalDate> issuedOn(@Nullable Number number) {
        var written = head.dates().stream().filter(d -> d.date().isPresent()).findFirst();
        if (written.isEmpty()) {
            if (head.blankDate() || head.dates().stream().anyMatch(d -> d.date().isEmpty())) return fromNote();
            var adopted = Adoption.in(text, head.body());
            if (adopted.isPresent())
                return new Finding<>(
                        adopted.get().date(),
                        adopted.get().span(),
                        LIKELY,
                        "Không thấy ngày ở đầu văn bản; lấy từ dòng thông qua ở cuối");
            if (caption.isPresent()
                    && caption.get().date() != null
                    && caption.get().dateSpan() != null)
                return new Finding<>(
                        caption.get().date(),
                        caption.get().dateSpan(),
                        LIKELY,
                        "Không thấy phần đầu văn bản; lấy từ dòng giới thiệu");
            return fromNote();
        }
        var date = written.get().date().orElseThrow();
        var span = written.get().span();
        var distinct =
                head.dates().stream().flatMap(d -> d.date().stream()).distinct().count();
        Integer year = number == null ? null : number.mention().year();
        if (year != null && year != date.getYear())
            return new Finding<>(
                    date,
                    span,
                    DOUBTFUL,
                    "Năm của ngày ban hành (%d) khác năm trong số (%d)".formatted(date.getYear(), year));
        var other = note.filter(n -> number != null
                        && n.number()
                                .printed()
                                .equalsIgnoreCase(number.mention().printed()))
                .map(Caption::date)
                .or(() -> caption.filter(c -> number != null
                                && c.number()
                                        .printed()
                                        .equalsIgnoreCase(number.mention().printed()))
                        .map(Caption::date));
        if (other.isPresent() && !other.get().equals(date))
            return new Finding<>(
                    date, span, DOUBTFUL, "Chỗ khác trong văn bản ghi ngày %1$td/%1$tm/%1$tY".formatted(other.get()));
        if (distinct > 1) return new Finding<>(date, span, DOUBTFUL, "Phần đầu văn bản có hơn một ngày");
        if (!head.motto()) return new Finding<>(date, span, LIKELY, "Không thấy quốc hiệu, tiêu ngữ bên cạnh ngày");
        return new Finding<>(date, span, other.isPresent() || year != null ? AGREED : CLEAR, null);
    }

    private @Nullable Finding<LocalDate> fromNote() {
        if (note.isEmpty()
                || head.form() == null
                || head.form().form() != note.get().form()) return null;
        var date = note.get().date();
        var span = note.get().dateSpan();
        return date == null || span == null
                ? null
                : new Finding<>(date, span, DOUBTFUL, "Ngày ở đầu văn bản bỏ trống; lấy từ ghi chú của phần kèm theo");
    }

    // ---- issuer ----------------------------------------------------------------------------------

    private @Nullable Finding<String> issuer(@Nullable Number number, @Nullable DocumentForm form) {
        var piece = head.issuer();
        var symbol = number == null ? null : number.mention().symbol();
        var bySymbol = symbol == null ? Optional.<String>empty() : IssuingBody.ofSymbol(symbol);
        if (piece == null) {
            if (symbol != null && bySymbol.isPresent() && number != null)
                return new Finding<>(
                        bySymbol.get(),
                        number.finding().span(),
                        LIKELY,
                        "Không thấy tên cơ quan ở đầu văn bản; suy từ ký hiệu " + symbol);
            return captionIssuer(symbol);
        }
        var name = IssuingBody.written(piece.words());
        var local = IssuingBody.local(piece.words());
        if (local.isPresent()) return ofChairman(local(name, piece, symbol), symbol);
        if (IssuingBody.central(name)) {
            boolean agreed = bySymbol.isPresent() && bySymbol.get().equals(name);
            boolean contradicts = symbol != null
                    && bySymbol.isPresent()
                    && !agreed
                    && !symbol.contains("VBHN")
                    && !name.contains(" - ");
            return contradicts
                    ? new Finding<>(name, piece.span(), LIKELY, "Tên cơ quan không khớp ký hiệu " + symbol)
                    : new Finding<>(
                            name,
                            piece.span(),
                            agreed ? AGREED : head.motto() ? CLEAR : LIKELY,
                            agreed || head.motto() ? null : "Không thấy quốc hiệu, tiêu ngữ bên cạnh tên cơ quan");
        }
        // a body under another: "UBND TỈNH X" / "SỞ Y TẾ"
        var cased = ProperCase.like(name, text, head.start());
        var parent = head.parent();
        if (parent != null) {
            var above = IssuingBody.local(parent.words());
            if (above.isPresent()) {
                var place = above.get().replaceFirst("^(?:Ủy ban nhân dân|Hội đồng nhân dân)\\s*", "");
                if (!place.isEmpty() && !Marks.letters(cased).contains(Marks.letters(place)))
                    cased = cased + " " + place;
            }
        }
        boolean known = head.motto() && number != null;
        return new Finding<>(
                cased, piece.span(), known ? LIKELY : DOUBTFUL, "Cơ quan không có trong danh mục; cần đối chiếu");
    }

    /** A decision numbered QĐ-CTUBND is the Chairman's own under the committee's letterhead (Luật 64/2025 Điều 4 as amended). */
    private static Finding<String> ofChairman(Finding<String> committee, @Nullable String symbol) {
        boolean chairman =
                symbol != null && symbol.contains("CTUBND") && committee.value().startsWith("Ủy ban");
        return chairman
                ? new Finding<>(
                        "Chủ tịch " + committee.value(), committee.span(), committee.confidence(), committee.reason())
                : committee;
    }

    private Finding<String> local(String name, Letterhead.Piece piece, @Nullable String symbol) {
        boolean council = name.startsWith("Hội đồng") || name.startsWith("Thường trực");
        var level = name.replaceFirst("^(?:Thường trực )?(?:Ủy ban nhân dân|Hội đồng nhân dân)\\s*", "");
        if (level.isEmpty()) {
            var place = head.place();
            return new Finding<>(
                    place == null ? name : name + " " + place.words(),
                    piece.span(),
                    WEAK,
                    "Tên cơ quan không ghi địa danh ở đầu văn bản");
        }
        boolean fits = symbol == null
                || (council ? symbol.contains("HĐND") || symbol.contains("HDND") : symbol.contains("UBND"));
        var place = head.place();
        boolean placed = place != null
                && Marks.letters(name)
                        .endsWith(Marks.letters(place.words().replaceFirst("(?i)^(?:thành phố|tỉnh|tp\\.?)\\s", "")));
        boolean authority = head.authority() != null
                && Marks.letters(head.authority().words())
                        .contains(Marks.letters(level.replaceFirst("^(?:tỉnh|thành phố|Thành phố)\\s", "")));
        if (!fits) return new Finding<>(name, piece.span(), LIKELY, "Tên cơ quan không khớp ký hiệu " + symbol);
        // before July 2025 a Chairman's decision bore the committee's symbol; a numbered year makes the body matter
        boolean disputed = !council && chairman() && symbol != null && !symbol.contains("CTUBND") && yearly();
        if (disputed)
            return new Finding<>(
                    name,
                    piece.span(),
                    LIKELY,
                    "Chủ tịch Ủy ban nhân dân đứng tên ban hành, ký hiệu của Ủy ban nhân dân");
        if (placed || authority) return new Finding<>(name, piece.span(), AGREED, null);
        boolean clear = head.motto() && symbol != null;
        return new Finding<>(
                name,
                piece.span(),
                clear ? CLEAR : LIKELY,
                clear ? null : "Không thấy quốc hiệu, tiêu ngữ hoặc số bên cạnh tên cơ quan");
    }

    private boolean yearly() {
        return !head.numbers().isEmpty() && head.numbers().getFirst().number().year() != null;
    }

    private @Nullable Finding<String> captionIssuer(@Nullable String symbol) {
        if (caption.isEmpty() || caption.get().issuer() == null || caption.get().issuerSpan() == null) return null;
        var words = caption.get().issuer();
        var organ = symbol == null
                ? ""
                : symbol.contains("HĐND") ? "Hội đồng nhân dân " : symbol.contains("UBND") ? "Ủy ban nhân dân " : "";
        var name = IssuingBody.written(words);
        boolean place = words.startsWith("tỉnh ")
                || words.startsWith("thành phố ")
                || words.startsWith("Tỉnh ")
                || words.startsWith("Thành phố ");
        return new Finding<>(
                place ? organ + IssuingBody.place(words) : name,
                caption.get().issuerSpan(),
                LIKELY,
                "Không thấy phần đầu văn bản; lấy từ dòng giới thiệu");
    }

    private boolean chairman() {
        var authority = head.authority();
        if (authority != null && Marks.letters(authority.words()).startsWith("chutichuyban")) return true;
        return authority == null
                && signature
                        .filter(s -> {
                            var office = Marks.letters(s.capacity());
                            return office.startsWith("chutich") || office.startsWith("ktchutich");
                        })
                        .isPresent()
                && head.issuer() != null
                && Marks.letters(head.issuer().words()).startsWith("uybannhandan");
    }

    // ---- signer, place, title --------------------------------------------------------------------

    private Finding<String> signer(SignatureReader.Signature s, @Nullable DocumentForm form) {
        if (s.contested()) return new Finding<>(s.name(), s.nameSpan(), DOUBTFUL, "Có hơn một chỗ ký trong văn bản");
        var office = Marks.letters(s.capacity());
        boolean assembly = form == DocumentForm.LAW || form == DocumentForm.CODE;
        if (assembly && !office.contains("quochoi") && !office.contains("chutichnuoc"))
            return new Finding<>(
                    s.name(),
                    s.nameSpan(),
                    LIKELY,
                    "Không phải Chủ tịch Quốc hội ký; có thể là chỗ xác thực văn bản hợp nhất");
        if (!s.familiar())
            return new Finding<>(s.name(), s.nameSpan(), LIKELY, "Họ tên ít gặp; cần đối chiếu với chữ ký");
        boolean firm = s.weight() >= 4;
        return new Finding<>(
                s.name(),
                s.nameSpan(),
                firm ? CLEAR : LIKELY,
                firm ? null : "Chỗ ký không đứng cạnh nơi nhận hoặc dấu kết thúc văn bản");
    }

    private Finding<String> capacity(SignatureReader.Signature s) {
        boolean firm = !s.contested() && s.weight() >= 4;
        return new Finding<>(
                s.capacity(),
                s.capacitySpan(),
                firm ? CLEAR : DOUBTFUL,
                firm ? null : "Chưa chắc đây là chỗ ký của văn bản");
    }

    private @Nullable Finding<String> place() {
        var place = head.place();
        if (place == null) return null;
        boolean capital =
                Character.isUpperCase(place.words().charAt(0)) && place.words().length() <= 30;
        return new Finding<>(
                place.words(),
                place.span(),
                head.motto() && capital ? CLEAR : DOUBTFUL,
                head.motto() && capital ? null : "Địa danh không đứng ở vị trí theo thể thức");
    }

    private @Nullable Finding<String> title(@Nullable DocumentForm form) {
        var title = head.title();
        if (title == null) {
            var titled = caption.orElse(null);
            return titled == null || titled.title() == null || titled.titleSpan() == null
                    ? null
                    : new Finding<>(
                            titled.title(),
                            titled.titleSpan(),
                            LIKELY,
                            "Không thấy phần đầu văn bản; lấy từ dòng giới thiệu");
        }
        var words = withoutLead(title.words());
        if (words.length() < 3) return null;
        boolean law = form == DocumentForm.LAW || form == DocumentForm.CODE || form == DocumentForm.ORDINANCE;
        var cased = Marks.capitals(words) ? ProperCase.like(words, text, head.body()) : words;
        boolean firm = head.motto() && words.length() < 600 && (law || words.length() > 8);
        return new Finding<>(
                cased,
                title.span(),
                firm ? CLEAR : DOUBTFUL,
                firm ? null : "Trích yếu không đứng ở vị trí theo thể thức");
    }

    private static String withoutLead(String words) {
        var clean = words.replaceAll("^[^\\p{L}\\d(“\"]+|[\\s;:-]+$", "");
        // an old manner: "của Quốc hội số 18-L/CTN ngày 06/07/1993 về …"
        var old = OLD_LEAD.matcher(clean);
        if (old.find()) clean = clean.substring(old.end());
        var bare = OLD_TAIL.matcher(clean.replaceFirst("(?iu)^(?:về việc|v/v|về)\\s*[:.]?\\s+", ""))
                .replaceFirst("");
        return bare.replaceAll("^[^\\p{L}\\d(“\"]+", "");
    }
}
