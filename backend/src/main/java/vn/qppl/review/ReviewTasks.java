package vn.qppl.review;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.CaseEvent;
import vn.qppl.procedure.Certainty;
import vn.qppl.procedure.Course;
import vn.qppl.procedure.Deadline;
import vn.qppl.procedure.Limit;
import vn.qppl.work.NewTask;
import vn.qppl.work.Tasks;

/**
 * The tasks of a review: to conclude it, and to carry the conclusion out. The law says "at once" (Nghị định 34/2016 Điều 149 khoản 1)
 * and no number of days, so the days are a norm of one's own that a person may set anew.
 */
@Component
class ReviewTasks {
    static final int REVIEW_DAYS = 30;
    static final int HANDLING_DAYS = 180;
    private static final String REVIEW = "review";
    private static final String HANDLE = "handle";
    private static final String OBJECT = "review";
    private static final ZoneId PLACE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Tasks tasks;
    private final Calendars calendars;
    private final Register register;

    ReviewTasks(Tasks tasks, Calendars calendars, Register register) {
        this.tasks = tasks;
        this.calendars = calendars;
        this.register = register;
    }

    /** Brings the tasks in line with where the review stands. @return the day on which it is due; null where nothing is */
    @Nullable
    LocalDate follow(Review review, String ground, @Nullable LocalDate dueOn) {
        if (review.unitId() == null) return null;
        return switch (review.state()) {
            case OPEN -> {
                tasks.cancel(OBJECT, review.id(), HANDLE, "Kết luận rà soát đã thay đổi.");
                yield open(review, REVIEW, "Rà soát: " + ground, "Mở phiếu rà soát", reviewLimit(review, dueOn));
            }
            case CONCLUDED -> {
                tasks.finish(OBJECT, review.id(), REVIEW);
                var conclusion = java.util.Objects.requireNonNull(review.conclusion());
                yield open(review, HANDLE, conclusion.label() + " theo kết luận rà soát", "Xử lý", handling(review));
            }
            case KEPT, SETTLED -> {
                tasks.finish(OBJECT, review.id(), REVIEW);
                tasks.finish(OBJECT, review.id(), HANDLE);
                yield null;
            }
            case GONE -> {
                tasks.cancelAll(OBJECT, review.id(), "Không còn căn cứ rà soát: tác động đã được rút lại.");
                yield null;
            }
        };
    }

    /** Another unit has it to do from now on. */
    void moved(Review review) {
        tasks.cancelAll(OBJECT, review.id(), "Đã giao cho đơn vị khác.");
    }

    /** The same document was told of twice. */
    void merged(long reviewId) {
        tasks.cancelAll(OBJECT, reviewId, "Đã nhập vào phiếu rà soát của cùng văn bản.");
    }

    void give(long reviewId, long personId) {
        tasks.assign(OBJECT, reviewId, REVIEW, personId);
        tasks.assign(OBJECT, reviewId, HANDLE, personId);
    }

    private LocalDate open(Review review, String key, String title, String action, Deadline deadline) {
        tasks.open(new NewTask(
                OBJECT,
                review.id(),
                key,
                MentionFinder.cut(subject(register.get(review.documentId())), 500),
                MentionFinder.cut(title, 300),
                action,
                "/ra-soat/" + review.id(),
                java.util.Objects.requireNonNull(review.unitId()),
                null,
                deadline,
                null));
        return deadline.due();
    }

    private static String subject(LegalDocument document) {
        return document.citedAs() + " " + document.title();
    }

    private Deadline reviewLimit(Review review, @Nullable LocalDate dueOn) {
        var start = review.foundAt().atZone(PLACE).toLocalDate();
        return counted(
                "review",
                "Rà soát văn bản",
                CaseEvent.REVIEW_GROUND_RECORDED,
                start,
                dueOn == null ? REVIEW_DAYS : days(start, dueOn),
                dueOn == null ? "định mức nội bộ" : "người giao việc ấn định",
                "khoản 8 Điều 64 Luật số 64/2025/QH15; Điều 39 Nghị định số 79/2025/NĐ-CP");
    }

    private Deadline handling(Review review) {
        var concluded = review.concludedAt() == null ? review.foundAt() : review.concludedAt();
        var start = concluded.atZone(PLACE).toLocalDate();
        var by = review.handleBy();
        return counted(
                "handle-review",
                "Xử lý văn bản được rà soát",
                CaseEvent.REVIEW_CONCLUDED,
                start,
                by == null ? HANDLING_DAYS : days(start, by),
                by == null ? "định mức nội bộ" : "kết luận rà soát",
                "Điều 38, khoản 3 Điều 42 Nghị định số 79/2025/NĐ-CP");
    }

    private static int days(LocalDate start, LocalDate due) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(start, due));
    }

    private Deadline counted(
            String code, String what, CaseEvent from, LocalDate start, int days, String source, String article) {
        var limit = new Limit(
                code,
                what,
                null,
                Limit.Bound.LATEST,
                Limit.Direction.AFTER,
                from,
                null,
                new Limit.Norm(new Limit.Amount(days, Limit.Unit.DAYS), source),
                false,
                article,
                Certainty.VERIFIED,
                "Luật yêu cầu rà soát ngay, không ấn định số ngày.");
        return Deadline.of(limit, Course.from(start), calendars.today(), calendars.current());
    }
}
