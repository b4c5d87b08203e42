package vn.qppl.scrutiny;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.Reading;
import vn.qppl.structure.DocumentNumber;

/**
 * What is known of the act itself, from its dossier or read from its text.
 *
 * @param day of adoption (NQ) or signing (QĐ), for a draft the planned one; null where unknown
 * @param regime the law it is made under; by the day where that is known
 * @param issuer as the text names it; empty where unknown
 * @param normative whether it is meant as a QPPL; null where that is the question
 * @param draft true while number, day and signature may still be blank
 */
public record Facts(
        @Nullable LocalDate day,
        Regime regime,
        Form form,
        Level level,
        String issuer,
        Procedure procedure,
        @Nullable Boolean normative,
        boolean draft) {

    /** Forms of the local level that the rules tell apart. */
    public enum Form {
        COUNCIL_RESOLUTION("Nghị quyết của Hội đồng nhân dân", "NQ-HĐND"),
        COMMITTEE_DECISION("Quyết định của Ủy ban nhân dân", "QĐ-UBND"),
        /** A QPPL of the province only, and only from 1/7/2025 (Luật 87/2025/QH15). */
        CHAIRMAN_DECISION("Quyết định của Chủ tịch Ủy ban nhân dân", "QĐ-CTUBND"),
        DIRECTIVE("Chỉ thị", "CT-UBND"),
        /** Of a central body: the rules on local texts do not apply. */
        CENTRAL("Văn bản của cơ quan trung ương", ""),
        /** Letters, plans, notices, texts of departments. */
        ADMINISTRATIVE("Văn bản hành chính", ""),
        UNKNOWN("Chưa rõ hình thức", "");

        private final String label;
        private final String symbol;

        Form(String label, String symbol) {
            this.label = label;
            this.symbol = symbol;
        }

        public String label() {
            return label;
        }

        /** As its number ends ({@code QĐ-UBND}); empty where several do. */
        String symbol() {
            return symbol;
        }

        /** The three forms in which local bodies make rules. */
        public boolean localRules() {
            return this == COUNCIL_RESOLUTION || this == COMMITTEE_DECISION || this == CHAIRMAN_DECISION;
        }
    }

    /** Level of the issuing body. */
    public enum Level {
        CENTRAL,
        PROVINCE,
        DISTRICT,
        COMMUNE,
        UNKNOWN
    }

    /** Trình tự, thủ tục: only the shortened one may give effect from the day of the act (Luật 64/2025 Điều 53 khoản 1). */
    public enum Procedure {
        ORDINARY,
        SHORTENED,
        UNKNOWN
    }

    private static final Set<String> CENTRAL_CITIES =
            Set.of("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế");

    /** Whether the rules for QPPL of the local level apply to it. */
    boolean localRulesMeant() {
        return form.localRules() && !Boolean.FALSE.equals(normative);
    }

    public Facts with(Procedure known) {
        return new Facts(day, regime, form, level, issuer, known, normative, draft);
    }

    /** A text that is still being drafted. */
    public Facts asDraft() {
        return new Facts(day, regime, form, level, issuer, procedure, normative, true);
    }

    /** What an issued text says of itself. The procedure stands in no text. */
    public static Facts of(Reading reading) {
        var number = reading.number() == null
                ? null
                : DocumentNumber.parse(reading.number().value()).orElse(null);
        var issuer = reading.issuer() == null ? "" : reading.issuer().value();
        var type = reading.type() == null ? "" : reading.type().value();
        var form = form(type, issuer, number == null ? "" : number.symbol());
        var day = reading.issuedOn() == null ? null : reading.issuedOn().value();
        var year = number == null ? null : number.year();
        return new Facts(
                day,
                Regime.on(day == null && year != null ? (LocalDate) LocalDate.of(year, 12, 31) : day),
                form,
                form == Form.CENTRAL ? Level.CENTRAL : level(issuer),
                issuer,
                Procedure.UNKNOWN,
                number == null ? null : (Boolean) (number.year() != null),
                false);
    }

    /** By type, issuer and symbol as registers keep them; what is unknown is empty. */
    public static Form form(String type, String issuer, String symbol) {
        boolean council = issuer.startsWith("Hội đồng nhân dân") || issuer.isEmpty() && symbol.endsWith("-HĐND");
        boolean committee = issuer.contains("Ủy ban nhân dân") || issuer.isEmpty() && symbol.endsWith("UBND");
        if (type.equals("Chỉ thị") && (committee || council)) return Form.DIRECTIVE;
        if (type.equals("Nghị quyết") && (council || committee)) return Form.COUNCIL_RESOLUTION;
        if (type.equals("Quyết định") && (committee || council))
            return symbol.endsWith("CTUBND") || issuer.startsWith("Chủ tịch")
                    ? Form.CHAIRMAN_DECISION
                    : Form.COMMITTEE_DECISION;
        if (type.isEmpty() || issuer.isEmpty()) return Form.UNKNOWN;
        boolean ofPlace =
                issuer.matches("(?:Sở|Ban|Phòng|Chi cục|Thường trực|Văn phòng|Trung tâm) .*") || committee || council;
        return ofPlace ? Form.ADMINISTRATIVE : Form.CENTRAL;
    }

    /** By the place in a body's name. A city is of the province's level where it is one of the centrally run ones. */
    public static Level level(String issuer) {
        int at = issuer.indexOf("nhân dân ");
        var place = at < 0 ? issuer : issuer.substring(at + "nhân dân ".length());
        if (place.startsWith("tỉnh ")) return Level.PROVINCE;
        if (place.matches("(?i)thành phố .*"))
            return CENTRAL_CITIES.stream().anyMatch(place::endsWith) ? Level.PROVINCE : Level.DISTRICT;
        if (place.matches("(?:huyện|quận|thị xã) .*")) return Level.DISTRICT;
        if (place.matches("(?:xã|phường|thị trấn|đặc khu) .*")) return Level.COMMUNE;
        return Level.UNKNOWN;
    }
}
