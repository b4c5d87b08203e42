package vn.qppl.scrutiny;

/**
 * The articles that findings cite. Of the decrees only what was read or quoted to us is named to the article: Nghị định 34/2016 Điều 38,
 * 58, 59, 61, 74, 75, 103; Nghị định 78/2025 Điều 62, 64, 66, 67, 68; Nghị định 79/2025 and the laws wholly. Where only the chapter is
 * sure, the chapter is cited; what is recalled says so.
 */
final class Articles {
    /** Put behind an article that nobody here has read. */
    private static final String RECALLED = " (cần đối chiếu)";

    private static final String FORM_2015 = "các Điều 55 đến 81 Nghị định số 34/2016/NĐ-CP";
    private static final String FORM_2025 = "các Điều 62 đến 71 Nghị định số 78/2025/NĐ-CP";

    private Articles() {}

    static String bases(Regime regime) {
        return regime.article("khoản 1 Điều 61 Nghị định số 34/2016/NĐ-CP", "Điều 62 Nghị định số 78/2025/NĐ-CP");
    }

    static String basisLines(Regime regime) {
        return regime.article("Điều 61 Nghị định số 34/2016/NĐ-CP", "Điều 62 Nghị định số 78/2025/NĐ-CP");
    }

    static String citing(Regime regime) {
        return regime.article("Điều 75 Nghị định số 34/2016/NĐ-CP", "Điều 68 Nghị định số 78/2025/NĐ-CP");
    }

    static String earliestDay(Regime regime) {
        return regime.article("khoản 1 Điều 151 Luật số 80/2015/QH13", "khoản 1 Điều 53 Luật số 64/2025/QH15");
    }

    static String exactDay(Regime regime) {
        return regime.article(
                "khoản 1 Điều 38, khoản 1 Điều 74 Nghị định số 34/2016/NĐ-CP",
                "khoản 1 Điều 53 Luật số 64/2025/QH15; các Điều 66, 67 Nghị định số 78/2025/NĐ-CP");
    }

    static String lookingBack(Regime regime, boolean forbidden) {
        return switch (regime) {
            case BEFORE_2016, LAW_2015 -> "khoản 3 Điều 152 Luật số 80/2015/QH13";
            case LAW_2025_THREE_LEVELS ->
                forbidden ? "khoản 3 Điều 55 Luật số 64/2025/QH15" : "khoản 1 Điều 55 Luật số 64/2025/QH15";
            case LAW_2025 ->
                forbidden
                        ? "khoản 3 Điều 55 Luật số 64/2025/QH15 (sửa đổi bởi Luật số 87/2025/QH15)"
                        : "khoản 1 Điều 55 Luật số 64/2025/QH15";
        };
    }

    static String system(Regime regime) {
        return switch (regime) {
            case BEFORE_2016, LAW_2015 -> "Điều 4 Luật số 80/2015/QH13";
            case LAW_2025_THREE_LEVELS -> "Điều 4 Luật số 64/2025/QH15";
            case LAW_2025 -> "Điều 4 Luật số 64/2025/QH15 (sửa đổi bởi Luật số 87/2025/QH15)";
        };
    }

    static String signature(Regime regime) {
        return regime.article(
                "Mẫu số 19 và các mẫu khác của Phụ lục I Nghị định số 34/2016/NĐ-CP",
                "các Mẫu số 17 đến 20 của Phụ lục I Nghị định số 78/2025/NĐ-CP" + RECALLED);
    }

    static String number(Regime regime) {
        return regime.article(
                "khoản 2 Điều 10 Luật số 80/2015/QH13; Điều 58 Nghị định số 34/2016/NĐ-CP",
                "khoản 3 Điều 7 Luật số 64/2025/QH15; Điều 64 Nghị định số 78/2025/NĐ-CP");
    }

    static String placeAndDate(Regime regime) {
        return regime.article("Điều 59 Nghị định số 34/2016/NĐ-CP", FORM_2025);
    }

    static String form(Regime regime) {
        return regime.article(FORM_2015, FORM_2025);
    }

    static String headings(Regime regime) {
        return regime.article(FORM_2015, "khoản 2 Điều 7 Luật số 64/2025/QH15");
    }

    /** Exact, common, consistent words. */
    static String language(Regime regime) {
        return regime.article("khoản 1 Điều 8 Luật số 80/2015/QH13" + RECALLED, "khoản 1 Điều 7 Luật số 64/2025/QH15");
    }

    /** The law of 2025 has no ban of its own for the local level: what a procedure is made of and who announces it stay. */
    static String procedures(Regime regime) {
        return regime.article(
                "khoản 4 Điều 14 Luật số 80/2015/QH13 (sửa đổi bởi Luật số 63/2020/QH14)",
                "Điều 8, Điều 13 Nghị định số 63/2010/NĐ-CP");
    }

    static String penalties() {
        return "Điều 4, khoản 2 Điều 23 Luật Xử lý vi phạm hành chính số 15/2012/QH13" + RECALLED;
    }

    static String fees() {
        return "khoản 2 Điều 4, Điều 21, Điều 22 Luật Phí và lệ phí số 97/2015/QH13";
    }

    static String rulesInOtherForm(Regime regime) {
        return regime.article(
                "Điều 2, Điều 3, Điều 4 Luật số 80/2015/QH13; điểm d khoản 1 Điều 103 Nghị định số 34/2016/NĐ-CP",
                "Điều 2 Luật số 64/2025/QH15; khoản 2 Điều 4 Nghị định số 79/2025/NĐ-CP");
    }
}
