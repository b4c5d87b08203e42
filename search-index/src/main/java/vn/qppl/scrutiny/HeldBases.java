package vn.qppl.scrutiny;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.qppl.scrutiny.HeldDocument.Status;
import vn.qppl.scrutiny.MachineFinding.Evidence;

/** Bases against the register: in force on the day, cited as they are. What the register does not hold is unknown, which is no fault. */
final class HeldBases {
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\d]+");

    private final Text text;
    private final Known known;
    private final String article;
    private final List<MachineFinding> found;

    HeldBases(Text text, Known known, String article, List<MachineFinding> found) {
        this.text = text;
        this.known = known;
        this.article = article;
        this.found = found;
    }

    void check(List<Basis> bases) {
        var unknown = new ArrayList<Evidence>();
        for (var basis : bases) {
            if (basis.number() == null || Bases.administrative(basis.kind())) continue;
            var held = held(basis);
            if (held.isEmpty()) {
                unknown.add(evidence(basis));
                continue;
            }
            var document = held.get();
            if (!document.stub()) cited(basis, document);
            if (!force(basis, document)) unknown.add(evidence(basis));
        }
        if (!unknown.isEmpty())
            found.add(new MachineFinding(
                    Rule.BASIS_UNKNOWN,
                    Severity.INFORMATION,
                    "Sổ chưa có %d căn cứ này hoặc chưa ghi hiệu lực của chúng, nên máy không kiểm tra được; đây không phải là lỗi."
                            .formatted(unknown.size()),
                    article,
                    unknown,
                    "Tiếp nhận văn bản căn cứ vào sổ để kiểm tra được hiệu lực."));
    }

    private Evidence evidence(Basis basis) {
        var e = text.evidence(basis.span());
        return new Evidence(e.span(), e.quote(), "Căn cứ ban hành", null);
    }

    /** Of several bodies' documents under one number, that of the body named, else that of the day cited. */
    private Optional<HeldDocument> held(Basis basis) {
        var number = basis.number();
        if (number == null) return Optional.empty();
        var candidates = known.numbered(number);
        if (candidates.size() <= 1) return candidates.stream().findFirst();
        var issuer = basis.issuer();
        var ofBody = candidates.stream()
                .filter(d -> issuer != null && fold(d.issuer()).equals(fold(issuer)))
                .toList();
        if (ofBody.size() == 1) return Optional.of(ofBody.getFirst());
        return candidates.stream()
                .filter(d -> basis.issuedOn() != null && basis.issuedOn().equals(d.issuedOn()))
                .findFirst();
    }

    private static String fold(String name) {
        return Vietnamese.lower(name)
                .replace("uỷ", "ủy")
                .replace("ubnd", "ủy ban nhân dân")
                .replace("hđnd", "hội đồng nhân dân")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void cited(Basis basis, HeldDocument document) {
        if (basis.issuedOn() != null
                && document.issuedOn() != null
                && !basis.issuedOn().equals(document.issuedOn())) {
            wrong(
                    basis,
                    Severity.DEFECT,
                    "Sổ ghi %s số %s ban hành ngày %s."
                            .formatted(
                                    document.type(), document.number().print(), Vietnamese.date(document.issuedOn())));
        } else if (!basis.kind().isEmpty() && !sameKind(basis.kind(), document.type())) {
            wrong(
                    basis,
                    Severity.DEFECT,
                    "Văn bản số %s trong sổ là %s.".formatted(document.number().print(), document.type()));
        } else if (titlesDiffer(basis, document)) {
            wrong(
                    basis,
                    Severity.QUESTION,
                    "Tên của %s số %s trong sổ là “%s”."
                            .formatted(document.type(), document.number().print(), document.title()));
        }
    }

    private static boolean sameKind(String cited, String held) {
        return held.startsWith(cited)
                || cited.startsWith(held)
                || held.equals("Văn bản khác")
                || held.equals("Bộ luật");
    }

    /** Where less than two words in five of the name cited stand in the name held. */
    private static boolean titlesDiffer(Basis basis, HeldDocument document) {
        var said = basis.title() != null ? basis.title() : basis.about();
        var words = words(said);
        var own = words(document.type() + " " + document.title());
        if (words.size() < 4 || own.size() < 4) return false;
        long common = words.stream().filter(own::contains).count();
        return common * 5 < words.size() * 2L;
    }

    private static HashSet<String> words(String title) {
        var words = new HashSet<String>();
        for (var word : WORDS.split(Vietnamese.lower(title))) if (!word.isEmpty()) words.add(word);
        return words;
    }

    private void wrong(Basis basis, Severity severity, String why) {
        found.add(new MachineFinding(
                Rule.BASIS_CITED_WRONGLY,
                severity,
                why,
                Articles.citing(text.regime()),
                List.of(evidence(basis)),
                "Đối chiếu bản gốc và viện dẫn lại cho đúng; nếu sổ sai thì sửa sổ."));
    }

    /**
     * In force on the day of the act, or in force no later than the text itself.
     *
     * @return false where the register knows nothing of its effect
     */
    private boolean force(Basis basis, HeldDocument document) {
        var act = text.facts().day();
        if (act == null) return true;
        var status = document.on(act);
        if (status == Status.UNKNOWN) return false;
        LocalDate effect = BasisRules.effect(text);
        boolean soon = status == Status.NOT_YET && effect != null && document.on(effect) == Status.BINDS;
        if (status == Status.BINDS || soon) return true;
        var since = document.since(act);
        var state = switch (status) {
            case ENDED ->
                "đã hết hiệu lực toàn bộ" + (since == null ? "" : " (từ ngày %s)".formatted(Vietnamese.date(since)));
            case SUSPENDED -> "đang ngưng hiệu lực";
            case NOT_YET -> "chưa có hiệu lực";
            case BINDS, UNKNOWN -> "";
        };
        found.add(new MachineFinding(
                Rule.BASIS_NOT_IN_FORCE,
                Severity.DEFECT,
                "Theo sổ, vào ngày %s %s %s. Căn cứ phải đang có hiệu lực, hoặc đã ban hành và có hiệu lực không muộn hơn văn bản này."
                        .formatted(Vietnamese.date(act), basis.cited(), state),
                article,
                List.of(evidence(basis)),
                "Thay bằng văn bản đang có hiệu lực hoặc bỏ căn cứ."));
        return true;
    }
}
