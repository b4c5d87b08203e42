package vn.qppl.procedure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A procedure as it stood from one correction to the next. A case keeps {@code (code, number)}.
 *
 * @param builtIn came with the software
 * @param adopted false for an edition of the software that arrived after a correction and waits to be taken over
 * @param createdBy null: the software
 */
public record ProcedureVersion(
        Procedure procedure,
        int number,
        boolean builtIn,
        boolean adopted,
        String reason,
        @Nullable Long createdBy,
        Instant createdAt) {
    public String code() {
        return procedure.code();
    }
}
