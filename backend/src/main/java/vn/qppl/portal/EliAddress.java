package vn.qppl.portal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.qppl.document.DocumentType;
import vn.qppl.document.LegalDocument;
import vn.qppl.people.Organisation;
import vn.qppl.structure.ProvisionAddress;
import vn.qppl.text.VietnameseText;

/**
 * The permanent address of a document after the pattern of the European Legislation Identifier:
 * {@code /eli/vn/62-ubnd/quyet-dinh/2023/12}. Viet Nam takes no part in ELI; only the pattern is used.
 *
 * @param body that issued it, as it was at the time: administrative code and organ, or its name where it has no code
 * @param number without leading zeros: "05" and "5" are one
 */
record EliAddress(String body, String type, int year, String number) {
    static final String ROOT = "/eli/vn/";

    /**
     * Empty for a number without year: administrative papers are counted beside the normative ones of the same body.
     *
     * @param issuer null where the body is not among our organisations
     */
    static Optional<EliAddress> of(LegalDocument document, @Nullable Organisation issuer) {
        var number = document.facts().number();
        if (number == null || number.year() == null) return Optional.empty();
        return Optional.of(new EliAddress(
                issuer == null ? named(document.issuerName()) : coded(issuer),
                slug(document.type().label()),
                number.year(),
                slug(number.serial())));
    }

    static Optional<DocumentType> typeOf(String segment) {
        return Arrays.stream(DocumentType.values())
                .filter(t -> slug(t.label()).equals(segment))
                .findFirst();
    }

    String path() {
        return ROOT + body + "/" + type + "/" + year + "/" + number;
    }

    /** @param version {@code goc} or a first day */
    String version(String version) {
        return path() + "/" + version;
    }

    /** {@code dieu-3/khoan-2/diem-dd}; empty for what is no article or part of one in the main text. */
    static Optional<String> provision(String eId) {
        return ProvisionAddress.parse(eId)
                .filter(a -> a.component().isEmpty() && a.eId().equals(eId))
                .map(a -> "dieu-" + letters(a.article())
                        + (a.clause() == null ? "" : "/khoan-" + letters(a.clause()))
                        + (a.point() == null ? "" : "/diem-" + letters(a.point())));
    }

    private static String letters(String number) {
        return number.replace("đ", "dd");
    }

    private static String coded(Organisation issuer) {
        var code = issuer.placeCode();
        var organ = switch (issuer.kind()) {
            case "COUNCIL" -> "hdnd";
            case "COMMITTEE" -> "ubnd";
            case "CHAIRMAN" -> "ctubnd";
            default -> null;
        };
        return code == null || organ == null ? named(issuer.name()) : slug(code) + "-" + organ;
    }

    private static String named(String name) {
        return slug(name)
                .replaceFirst("^chu-tich-uy-ban-nhan-dan", "ctubnd")
                .replaceFirst("^uy-ban-nhan-dan", "ubnd")
                .replaceFirst("^hoi-dong-nhan-dan", "hdnd");
    }

    /** ASCII, lower case. */
    private static String slug(String words) {
        return VietnameseText.fold(words)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
