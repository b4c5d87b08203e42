package vn.qppl.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above a sentence: the document and provision it amends, and an instruction still waiting for its targets or
 * its text.
 *
 * @param document the one document that is amended here; null where there is none or more than one
 * @param above steps of the target that a sentence may leave out, from the innermost
 * @param pending an instruction above that ended with a colon; null where there is none
 */
record InstructionContext(
        @Nullable DocumentMention document,
        List<TargetAddress.Step> above,
        @Nullable Instruction pending) {
    static final InstructionContext NONE = new InstructionContext(null, List.of(), null);

    InstructionContext {
        above = List.copyOf(above);
    }
}
