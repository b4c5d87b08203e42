package vn.qppl.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document to be reviewed because of one change.
 *
 * @param dueOn by when it is to be concluded; null where no task was given
 * @param handleBy by when the conclusion is to be carried out
 * @param dossierId the dossier that carries it out
 * @param resultId the new document made beside it ({@link Conclusion#NEW})
 * @param settledBy the effect that ended it
 */
record Review(
        long id,
        long version,
        long changeId,
        long documentId,
        Certainty certainty,
        List<Reason> reasons,
        @Nullable Long unitId,
        @Nullable String unitReason,
        @Nullable LocalDate dueOn,
        boolean tasked,
        Instant foundAt,
        @Nullable Instant goneAt,
        @Nullable Conclusion conclusion,
        @Nullable String reason,
        @Nullable LocalDate handleBy,
        @Nullable Long concludedBy,
        @Nullable Instant concludedAt,
        @Nullable Long dossierId,
        @Nullable Long resultId,
        @Nullable Long settledBy,
        @Nullable Instant settledAt) {

    /** Where it stands; the database derives the same from the same facts, for lists. */
    enum State {
        OPEN("Chưa kết luận"),
        /** To be carried out; ends by an effect only. */
        CONCLUDED("Chờ xử lý"),
        KEPT("Giữ nguyên"),
        SETTLED("Đã xử lý"),
        /** The change was taken back, or the document no longer rests on it. */
        GONE("Không còn căn cứ rà soát");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    State state() {
        if (settledBy != null) return State.SETTLED;
        if (goneAt != null) return State.GONE;
        if (conclusion == null) return State.OPEN;
        return conclusion == Conclusion.KEEP ? State.KEPT : State.CONCLUDED;
    }

    static String object(long id) {
        return "review:" + id;
    }
}
