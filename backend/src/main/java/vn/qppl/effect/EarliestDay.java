package vn.qppl.effect;

import java.time.LocalDate;
import java.util.Optional;
import vn.qppl.document.IssuerLevel;

/** The earliest day on which a text may begin to have effect (Luật 80/2015 Điều 151; Luật 64/2025 Điều 53), short procedure apart. */
final class EarliestDay {
    private static final LocalDate LAW_80_2015 = LocalDate.of(2016, 7, 1);
    private static final LocalDate LAW_64_2025 = LocalDate.of(2025, 4, 1);
    private static final int CENTRAL = 45;
    private static final int PROVINCE = 10;
    private static final int BELOW_2015 = 7;

    private EarliestDay() {}

    /** @param rule the article that sets the number of days */
    record Limit(LocalDate day, int days, String rule) {}

    /** Empty for texts older than the 2015 law and for levels that are not known. The first day is not counted (BLDS 2015 Điều 147). */
    static Optional<Limit> of(IssuerLevel level, LocalDate issuedOn) {
        if (issuedOn.isBefore(LAW_80_2015)) return Optional.empty();
        boolean law2015 = issuedOn.isBefore(LAW_64_2025);
        var rule = law2015 ? "khoản 1 Điều 151 Luật số 80/2015/QH13" : "khoản 1 Điều 53 Luật số 64/2025/QH15";
        int days = switch (level) {
            case CENTRAL -> CENTRAL;
            case PROVINCE -> PROVINCE;
            case DISTRICT, COMMUNE -> law2015 ? BELOW_2015 : PROVINCE;
            case UNKNOWN -> 0;
        };
        return days == 0 ? Optional.empty() : Optional.of(new Limit(issuedOn.plusDays(days), days, rule));
    }

    /** What the law says against an effect that looks back; empty where it may, if really necessary. */
    static String onLookingBack(IssuerLevel level, LocalDate issuedOn) {
        if (issuedOn.isBefore(LAW_64_2025))
            return "Văn bản của chính quyền địa phương không được quy định hiệu lực trở về trước (khoản 3 Điều 152 Luật số 80/2015/QH13).";
        return switch (level) {
            case DISTRICT, COMMUNE ->
                "Văn bản của cấp xã, cấp huyện không được quy định hiệu lực trở về trước (khoản 3 Điều 55 Luật số 64/2025/QH15).";
            case CENTRAL, PROVINCE, UNKNOWN ->
                "Chỉ được quy định hiệu lực trở về trước khi thật cần thiết (khoản 1 Điều 55 Luật số 64/2025/QH15); quyết định của Chủ tịch Ủy ban nhân dân tỉnh thì không được.";
        };
    }
}
