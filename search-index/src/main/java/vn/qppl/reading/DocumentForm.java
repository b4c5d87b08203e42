package vn.qppl.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Forms of document (hình thức văn bản), as the law and the rules of administrative paper name them, with their symbols. */
enum DocumentForm {
    CONSTITUTION("Hiến pháp", true),
    CODE("Bộ luật", true),
    LAW("Luật", true, "L"),
    ORDINANCE("Pháp lệnh", true, "PL"),
    ORDER("Lệnh", true, "L"),
    RESOLUTION("Nghị quyết", true, "NQ", "NQLT"),
    JOINT_RESOLUTION("Nghị quyết liên tịch", true, "NQLT"),
    DECREE("Nghị định", true, "NĐ"),
    JOINT_CIRCULAR("Thông tư liên tịch", true, "TTLT", "TTLB"),
    OLD_JOINT_CIRCULAR("Thông tư liên bộ", true, "TTLB", "TT-LB"),
    CIRCULAR("Thông tư", true, "TT"),
    DECISION("Quyết định", true, "QĐ"),
    DIRECTIVE("Chỉ thị", false, "CT"),
    CONSOLIDATED("Văn bản hợp nhất", false, "VBHN"),
    PLAN("Kế hoạch", false, "KH"),
    NOTICE("Thông báo", false, "TB"),
    REPORT("Báo cáo", false, "BC"),
    SUBMISSION("Tờ trình", false, "TTr"),
    GUIDANCE("Hướng dẫn", false, "HD"),
    CONCLUSION("Kết luận", false, "KL"),
    PROGRAMME("Chương trình", false, "CTr"),
    SCHEME("Đề án", false, "ĐA"),
    TELEGRAM("Công điện", false, "CĐ"),
    REGULATION("Quy định", false, "QĐi"),
    RULES("Quy chế", false, "QC"),
    CHARTER("Điều lệ", false, "ĐL"),
    DECLARATION("Tuyên bố", false),
    CIRCULAR_NOTE("Thông tri", false, "TT"),
    CASE_LAW("Án lệ", false, "AL"),
    LETTER("Công văn", false, "CV");

    private final String label;
    private final boolean maybeNormative;
    private final List<String> symbols;
    private final String letters;

    DocumentForm(String label, boolean maybeNormative, String... symbols) {
        this.label = label;
        this.maybeNormative = maybeNormative;
        this.symbols = List.of(symbols);
        this.letters = Marks.letters(label);
    }

    String label() {
        return label;
    }

    /** True for the forms the promulgation laws list (2015: Điều 4; 2025: Điều 4), at some level. */
    boolean maybeNormative() {
        return maybeNormative;
    }

    /** Without marks, blanks and case. */
    String letters() {
        return letters;
    }

    /** The form named by these words alone, however set. */
    static Optional<DocumentForm> named(CharSequence words) {
        var sought = Marks.letters(words);
        return Arrays.stream(values()).filter(f -> f.letters.equals(sought)).findFirst();
    }

    /** True where words open as a document's name does: "Nghị định 15". */
    static boolean opens(String words) {
        return Arrays.stream(values())
                .anyMatch(f -> words.regionMatches(true, 0, f.label + " ", 0, f.label.length() + 1));
    }

    /** The form that a symbol begins with: {@code QĐ-UBND} → decision; {@code QH14} alone → empty (laws and resolutions share it). */
    static Optional<DocumentForm> ofSymbol(String symbol) {
        var first = symbol.split("[-/.]", 2)[0].replace('Ð', 'Đ');
        return Stream.concat(exact(first), unmarked(first)).findFirst();
    }

    private static Stream<DocumentForm> exact(String first) {
        return Arrays.stream(values())
                .filter(f -> f != ORDER && f != CIRCULAR_NOTE && f != JOINT_RESOLUTION && f != OLD_JOINT_CIRCULAR)
                .filter(f -> f.symbols.contains(first));
    }

    private static Stream<DocumentForm> unmarked(String first) {
        return switch (first.toUpperCase(java.util.Locale.ROOT)) {
            case "QD" -> Stream.of(DECISION);
            case "ND" -> Stream.of(DECREE);
            case "TTR" -> Stream.of(SUBMISSION);
            default -> Stream.empty();
        };
    }
}
