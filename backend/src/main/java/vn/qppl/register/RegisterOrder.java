package vn.qppl.register;

import java.sql.Date;
import org.jspecify.annotations.Nullable;

/** Orders a list may have. The column never comes from the client: it names one of these. */
enum RegisterOrder {
    ISSUED_ON("d.issued_key", false),
    NEWEST("d.issued_key", true),
    TITLE("d.title_key", false),
    NUMBER("d.number_order", false),
    EFFECTIVE_FROM("d.effective_key", false),
    LATEST_EFFECTIVE("d.effective_key", true);

    private final String column;
    private final boolean descending;

    RegisterOrder(String column, boolean descending) {
        this.column = column;
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

    /** Has an index with the id behind it. */
    String key() {
        return column;
    }

    /** The key as the database compares it, from what an address says; null where it can be none. */
    @Nullable
    Object key(String written) {
        try {
            return switch (this) {
                case ISSUED_ON, NEWEST, EFFECTIVE_FROM, LATEST_EFFECTIVE -> Date.valueOf(written);
                case NUMBER -> Long.valueOf(written);
                case TITLE -> written;
            };
        } catch (IllegalArgumentException e) {
            // an address somebody cut off
            return null;
        }
    }

    /** Rows after the one with (key, key, key, id) in this order; the first condition lets the index begin there. */
    String after() {
        var sign = descending ? "<" : ">";
        return " and %1$s %2$s= ? and (%1$s %2$s ? or (%1$s = ? and d.id %2$s ?))".formatted(column, sign);
    }

    String orderBy() {
        var direction = descending ? " desc" : "";
        return " order by " + column + direction + ", d.id" + direction;
    }
}
