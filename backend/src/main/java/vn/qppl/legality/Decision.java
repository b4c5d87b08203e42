package vn.qppl.legality;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An officer's word on a finding. */
public enum Decision {
    FAULT("Đúng là sai sót"),
    /** With a reason. */
    NOT_A_FAULT("Không phải sai sót"),
    /** A fault that the text no longer has. */
    MENDED("Đã khắc phục");

    private final String label;

    Decision(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What may follow a decision; null is an open finding. Minds may be changed, the history keeps what was. */
    static Set<Decision> after(@Nullable Decision before) {
        return before == null
                ? EnumSet.of(FAULT, NOT_A_FAULT)
                : switch (before) {
                    case FAULT -> EnumSet.of(MENDED, NOT_A_FAULT);
                    case NOT_A_FAULT -> EnumSet.of(FAULT);
                    case MENDED -> EnumSet.of(FAULT);
                };
    }
}
