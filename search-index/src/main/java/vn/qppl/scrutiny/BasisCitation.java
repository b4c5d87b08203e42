package vn.qppl.scrutiny;

import java.util.List;
import java.util.Optional;
import vn.qppl.reading.IssuingBody;
import vn.qppl.reading.TitleCatalogue;
import vn.qppl.scrutiny.MachineFinding.Evidence;

/** Whether a basis contradicts itself, or the national laws known by title, which are recalled data: a difference there is a question. */
final class BasisCitation {
    private final Text text;
    private final Known known;
    private final List<MachineFinding> found;
    private final String article;

    BasisCitation(Text text, Known known, List<MachineFinding> found, String article) {
        this.text = text;
        this.known = known;
        this.found = found;
        this.article = article;
    }

    void check(Basis basis) {
        var number = basis.number();
        if (number != null
                && number.year() != null
                && basis.issuedOn() != null
                && basis.issuedOn().getYear() != number.year())
            wrong(
                    basis,
                    Severity.DEFECT,
                    "Năm trong số %s khác năm của ngày ban hành %s."
                            .formatted(number.print(), Vietnamese.date(basis.issuedOn())));
        else if (kindDiffers(basis))
            wrong(
                    basis,
                    Severity.DEFECT,
                    "“%s” không khớp với ký hiệu %s.".formatted(basis.kind(), number == null ? "" : number.symbol()));
        else if (issuerDiffers(basis))
            wrong(
                    basis,
                    Severity.DEFECT,
                    "Ký hiệu %s là của %s, không phải của %s."
                            .formatted(
                                    number == null ? "" : number.symbol(),
                                    number == null
                                            ? ""
                                            : IssuingBody.ofSymbol(number.symbol())
                                                    .orElse(""),
                                    basis.issuer()));
        else if (basis.title() != null) law(basis, basis.title());
    }

    private void wrong(Basis basis, Severity severity, String why) {
        var e = text.evidence(basis.span());
        found.add(new MachineFinding(
                Rule.BASIS_CITED_WRONGLY,
                severity,
                why,
                Articles.citing(text.regime()),
                List.of(new Evidence(e.span(), e.quote(), "Căn cứ ban hành", null)),
                "Đối chiếu bản gốc và viện dẫn lại đúng loại, số, ký hiệu, ngày, cơ quan ban hành, tên văn bản."));
    }

    private static boolean kindDiffers(Basis basis) {
        var number = basis.number();
        if (number == null) return false;
        var symbol = number.symbol();
        var head = symbol.contains("-") ? symbol.substring(0, symbol.indexOf('-')) : symbol;
        Optional<String> said = switch (head) {
            case "NĐ" -> Optional.of("Nghị định");
            case "TT" -> Optional.of("Thông tư");
            case "TTLT" -> Optional.of("Thông tư liên tịch");
            case "QĐ" -> Optional.of("Quyết định");
            case "NQ" -> Optional.of("Nghị quyết");
            case "CT" -> Optional.of("Chỉ thị");
            default -> Optional.empty();
        };
        if (basis.kind().isEmpty() || said.isEmpty()) return false;
        // "Nghị quyết liên tịch" has NQLT or NQ
        return !basis.kind().startsWith(said.get());
    }

    private static boolean issuerDiffers(Basis basis) {
        var number = basis.number();
        var named = basis.issuer();
        if (number == null
                || named == null
                || named.contains(",")
                || named.contains(" và ") && named.split("Bộ").length > 2) return false;
        var symbol = number.symbol();
        if (symbol.startsWith("TTLT") || symbol.contains("UBND") || symbol.contains("HĐND")) return false;
        var expected = IssuingBody.ofSymbol(symbol);
        var body = named.replaceFirst("^Bộ trưởng\\s+(?=Bộ)", "")
                .replaceFirst("^(?:Tổng )?Chánh (?:án|Thanh tra)\\s+", "");
        var central = IssuingBody.centralNamed(body);
        return expected.isPresent() && central.isPresent() && !expected.get().equals(central.get());
    }

    private void law(Basis basis, String title) {
        var entries = known.titles().titled(title);
        if (entries.isEmpty()) return;
        var number = basis.number();
        Optional<TitleCatalogue.Entry> cited = Optional.empty();
        if (number != null) {
            cited = entries.stream().filter(e -> same(e, number.print())).findFirst();
            if (cited.isEmpty()) {
                wrong(
                        basis,
                        Severity.QUESTION,
                        "Trong danh mục luật đi kèm, %s không mang số %s mà là %s; danh mục có thể thiếu, cần đối chiếu."
                                .formatted(title, number.print(), numbers(entries)));
                return;
            }
            if (basis.issuedOn() != null && !cited.get().issuedOn().equals(basis.issuedOn())) {
                wrong(
                        basis,
                        Severity.QUESTION,
                        "Theo danh mục luật đi kèm, %s số %s được thông qua ngày %s."
                                .formatted(
                                        title,
                                        number.print(),
                                        Vietnamese.date(cited.get().issuedOn())));
                return;
            }
        } else if (basis.issuedOn() != null) {
            cited = entries.stream()
                    .filter(e -> e.issuedOn().equals(basis.issuedOn()))
                    .findFirst();
            if (cited.isEmpty()) {
                wrong(
                        basis,
                        Severity.QUESTION,
                        "Danh mục luật đi kèm không có %s thông qua ngày %s; có %s."
                                .formatted(title, Vietnamese.date(basis.issuedOn()), numbers(entries)));
                return;
            }
        }
        cited.ifPresent(entry -> superseded(basis, entry));
    }

    private static String numbers(List<TitleCatalogue.Entry> entries) {
        return String.join(
                ", ",
                entries.stream()
                        .map(e -> e.number() + " ngày " + Vietnamese.date(e.issuedOn()))
                        .toList());
    }

    private static boolean same(TitleCatalogue.Entry entry, String number) {
        return vn.qppl.structure.DocumentNumber.parse(entry.number())
                .equals(vn.qppl.structure.DocumentNumber.parse(number));
    }

    /** A law of the same title a year old is in force by then, as nearly all are: but only the register knows. */
    private void superseded(Basis basis, TitleCatalogue.Entry cited) {
        var act = text.facts().day();
        if (act == null) return;
        var number = basis.number();
        boolean held = number != null
                && known.numbered(number).stream().anyMatch(d -> d.on(act) != HeldDocument.Status.UNKNOWN);
        if (held) return;
        known.titles()
                .find(cited.title(), act.minusYears(1))
                .filter(newer -> newer.issuedOn().isAfter(cited.issuedOn()))
                .ifPresent(newer -> {
                    var e = text.evidence(basis.span());
                    found.add(new MachineFinding(
                            Rule.BASIS_SUPERSEDED,
                            Severity.QUESTION,
                            "Đã có %s số %s ngày %s cùng tên, ban hành trước văn bản này hơn một năm; luật được viện dẫn có thể đã hết hiệu lực vào ngày %s."
                                    .formatted(
                                            newer.title(),
                                            newer.number(),
                                            Vietnamese.date(newer.issuedOn()),
                                            Vietnamese.date(act)),
                            article,
                            List.of(new Evidence(e.span(), e.quote(), "Căn cứ ban hành", null)),
                            "Kiểm tra hiệu lực; thay bằng luật đang có hiệu lực vào ngày ban hành."));
                });
    }
}
