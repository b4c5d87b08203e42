package vn.qppl.scrutiny;

import org.jspecify.annotations.Nullable;
import vn.qppl.scrutiny.Facts.Form;
import vn.qppl.scrutiny.Facts.Level;

/** Rank in the system of QPPL (Luật 80/2015 Điều 4; Luật 64/2025 Điều 4 as amended): 1 is the Constitution, greater is lower. */
final class Rank {
    /** Ranks unknown compare with nothing. */
    static final int UNKNOWN = 0;

    private Rank() {}

    static int of(Facts facts) {
        return local(facts.form(), facts.level());
    }

    private static int local(Form form, Level level) {
        int step = switch (level) {
            case PROVINCE -> 10;
            case DISTRICT -> 13;
            case COMMUNE -> 15;
            case CENTRAL, UNKNOWN -> -1;
        };
        if (step < 0) return UNKNOWN;
        return switch (form) {
            case COUNCIL_RESOLUTION -> step;
            case COMMITTEE_DECISION -> step + 1;
            case CHAIRMAN_DECISION -> level == Level.PROVINCE ? 12 : UNKNOWN;
            case DIRECTIVE, CENTRAL, ADMINISTRATIVE, UNKNOWN -> UNKNOWN;
        };
    }

    /** @param of the act whose basis it is: a council or committee named without its place is its own */
    static int of(Basis basis, Facts of) {
        var number = basis.number();
        var symbol = number == null ? "" : number.symbol();
        var byKind = switch (basis.kind()) {
            case "Hiến pháp" -> 1;
            case "Bộ luật", "Luật" -> 2;
            case "Pháp lệnh" -> 3;
            case "Lệnh" -> 4;
            case "Nghị định" -> 5;
            case "Thông tư" -> 8;
            case "Thông tư liên tịch" -> 9;
            default -> UNKNOWN;
        };
        if (byKind != UNKNOWN) return byKind;
        if (symbol.startsWith("QH")) return 2;
        if (symbol.startsWith("UBTVQH") || symbol.startsWith("NQLT")) return 3;
        if (symbol.equals("NQ-CP")) return 5;
        if (symbol.startsWith("QĐ-TTG")) return 6;
        if (symbol.equals("NQ-HĐTP")) return 7;
        var form = symbol.equals("NQ-HĐND")
                ? Form.COUNCIL_RESOLUTION
                : symbol.equals("QĐ-UBND") || symbol.equals("QĐ-UB")
                        ? Form.COMMITTEE_DECISION
                        : symbol.equals("QĐ-CTUBND") ? Form.CHAIRMAN_DECISION : Form.UNKNOWN;
        if (form == Form.UNKNOWN) return UNKNOWN;
        return local(form, level(basis.issuer(), of));
    }

    private static Level level(@Nullable String issuer, Facts of) {
        if (issuer == null) return of.level();
        var written = issuer.replace("UBND", "Ủy ban nhân dân").replace("HĐND", "Hội đồng nhân dân");
        return Facts.level(written) == Level.UNKNOWN ? of.level() : Facts.level(written);
    }
}
