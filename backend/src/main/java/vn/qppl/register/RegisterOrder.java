package vn.qppl.register;

import org.jspecify.annotations.Nullable;

/** Orders a list may have. The column never comes from the client: it names one of these. */
enum RegisterOrder {
    ISSUED_ON("coalesce(d.issued_on, '1000-01-01')", false),
    NEWEST("coalesce(d.issued_on, '1000-01-01')", true),
    TITLE("substr(d.title, 1, 100)", false),
    NUMBER("concat(lpad(coalesce(d.number_year, 0), 4, '0'), lpad(d.number_serial, 8, '0'))", false),
    EFFECTIVE_FROM("coalesce(d.effective_from, '1000-01-01')", false),
    LATEST_EFFECTIVE("coalesce(d.effective_from, '1000-01-01')", true);

    private final String expression;
    private final boolean descending;

    RegisterOrder(String expression, boolean descending) {
        this.expression = expression;
        this.descending = descending;
    }

    /** As in the address: {@code issuedOn}, {@code -issuedOn}; newest first where it is none of ours. */
    static RegisterOrder named(@Nullable String name) {
        return switch (name == null ? "" : name) {
            case "issuedOn" -> ISSUED_ON;
            case "title" -> TITLE;
            case "number" -> NUMBER;
            case "effectiveFrom" -> EFFECTIVE_FROM;
            case "-effectiveFrom" -> LATEST_EFFECTIVE;
            default -> NEWEST;
        };
    }

    String key() {
        return expression;
    }

    /** Rows after the one with (key, id) in this order. */
    String after() {
        var sign = descending ? "<" : ">";
        return " and (" + expression + " " + sign + " ? or (" + expression + " = ? and d.id " + sign + " ?))";
    }

    String orderBy() {
        var direction = descending ? " desc" : "";
        return " order by " + expression + direction + ", d.id" + direction;
    }
}
