package vn.qppl.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.qppl.procedure.Course.Extension;
import vn.qppl.procedure.Course.Pause;
import vn.qppl.procedure.Deadline.State;
import vn.qppl.procedure.Limit.Amount;
import vn.qppl.procedure.Limit.Bound;
import vn.qppl.procedure.Limit.Direction;
import vn.qppl.procedure.Limit.Unit;

class DeadlineTest {
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(DaysOff.builtIn());

    private static Limit limit(int count, Unit unit) {
        return limit(new Amount(count, unit), Bound.LATEST, Direction.AFTER, null);
    }

    private static Limit limit(
            Amount amount, Bound bound, Direction direction, Limit.@org.jspecify.annotations.Nullable Norm norm) {
        return new Limit(
                "thu",
                "Gửi báo cáo thẩm định",
                null,
                bound,
                direction,
                direction == Direction.AFTER ? CaseEvent.DOSSIER_COMPLETE : CaseEvent.COMMITTEE_MEETING,
                amount,
                norm,
                true,
                "khoản 4 Điều 121",
                Certainty.VERIFIED,
                null);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Deadline count(Limit limit, Course course, String today) {
        return Deadline.of(limit, course, day(today), CALENDAR);
    }

    @Test
    void doesNotCountTheFirstDay() {
        // Civil Code Điều 147: complete on Thursday 9 January, fifteen days end on Friday 24
        var deadline = count(limit(15, Unit.DAYS), Course.from(day("2025-01-09")), "2025-01-10");
        assertThat(deadline.due()).isEqualTo("2025-01-24");
        assertThat(deadline.lastSafeDay()).isEqualTo("2025-01-24");
        assertThat(deadline.state()).isEqualTo(State.RUNNING);
        assertThat(deadline.remainingWorkingDays()).isEqualTo(10);
    }

    @Test
    void runsOnAfterTetWhenItEndsWithinIt() {
        var deadline = count(limit(15, Unit.DAYS), Course.from(day("2025-01-11")), "2025-01-13");
        assertThat(deadline.due()).isEqualTo("2025-02-03");
        assertThat(deadline.lastSafeDay()).isEqualTo("2025-01-24");
        assertThat(deadline.forecast()).isFalse();
    }

    @Test
    void saysWhenItRestsOnATetThatIsNotDecided() {
        var deadline = count(limit(15, Unit.DAYS), Course.from(day("2027-01-25")), "2027-01-26");
        assertThat(deadline.due()).isEqualTo("2027-02-11");
        assertThat(deadline.forecast()).isTrue();
    }

    @Test
    void worksOnAnExchangedSaturday() {
        assertThat(count(limit(1, Unit.WORKING_DAYS), Course.from(day("2025-04-25")), "2025-04-25")
                        .due())
                .isEqualTo("2025-04-26");
        assertThat(count(limit(2, Unit.WORKING_DAYS), Course.from(day("2025-04-29")), "2025-04-29")
                        .due())
                .isEqualTo("2025-05-06");
    }

    @Test
    void endsAMonthOnItsLastDayWhereTheCorrespondingOneIsMissing() {
        assertThat(count(limit(1, Unit.MONTHS), Course.from(day("2025-01-31")), "2025-02-01")
                        .due())
                .isEqualTo("2025-02-28");
        assertThat(count(limit(1, Unit.MONTHS), Course.from(day("2024-01-31")), "2024-02-01")
                        .due())
                .isEqualTo("2024-02-29");
        assertThat(count(limit(1, Unit.MONTHS), Course.from(day("2025-02-28")), "2025-03-01")
                        .due())
                .isEqualTo("2025-03-28");
    }

    @Test
    void countsBackFromAMeetingWithoutRunningOn() {
        var before = limit(new Amount(25, Unit.DAYS), Bound.LATEST, Direction.BEFORE, null);
        // 25 days before Wednesday 26 February 2025 is Saturday 1 February, within Tết
        var deadline = count(before, Course.from(day("2025-02-26")), "2025-01-20");
        assertThat(deadline.due()).isEqualTo("2025-02-01");
        assertThat(deadline.lastSafeDay()).isEqualTo("2025-01-24");
        var working = limit(new Amount(3, Unit.WORKING_DAYS), Bound.LATEST, Direction.BEFORE, null);
        assertThat(count(working, Course.from(day("2025-02-04")), "2025-01-20").due())
                .isEqualTo("2025-01-23");
    }

    @Test
    void aMinimumKeepsWhatFollowsWaiting() {
        var posting = limit(new Amount(30, Unit.DAYS), Bound.EARLIEST, Direction.AFTER, null);
        var course = Course.from(day("2024-03-01"));
        assertThat(count(posting, course, "2024-03-31").due()).isEqualTo("2024-04-01"); // the 31st is a Sunday
        assertThat(count(posting, course, "2024-03-31").state()).isEqualTo(State.WAITING);
        assertThat(count(posting, course, "2024-04-01").state()).isEqualTo(State.MET);
        assertThat(count(posting, course.done(day("2024-03-20")), "2024-04-05").state())
                .isEqualTo(State.BROKEN);
    }

    @Test
    void goesThroughItsStates() {
        var limit = limit(15, Unit.DAYS);
        var course = Course.from(day("2024-03-01")); // due Monday 18 March: the 16th is a Saturday
        assertThat(count(limit, course, "2024-03-12").state()).isEqualTo(State.RUNNING);
        assertThat(count(limit, course, "2024-03-13").state()).isEqualTo(State.AT_RISK);
        assertThat(count(limit, course, "2024-03-18").state()).isEqualTo(State.AT_RISK);
        assertThat(count(limit, course, "2024-03-18").remainingWorkingDays()).isZero();
        assertThat(count(limit, course, "2024-03-19").state()).isEqualTo(State.OVERDUE);
        assertThat(count(limit, course, "2024-03-20").remainingWorkingDays()).isEqualTo(-2);
        assertThat(count(limit, course.done(day("2024-03-18")), "2024-05-01").state())
                .isEqualTo(State.MET);
        assertThat(count(limit, course.done(day("2024-03-19")), "2024-05-01").state())
                .isEqualTo(State.BROKEN);
    }

    @Test
    void isAtRiskFromTheDayItSays() {
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            var limit = limit(1 + random.nextInt(40), random.nextBoolean() ? Unit.DAYS : Unit.WORKING_DAYS);
            var course = Course.from(day("2019-01-01").plusDays(random.nextInt(3000)));
            var first = Deadline.of(limit, course, course.start(), CALENDAR).atRiskFrom(CALENDAR);
            var before =
                    Deadline.of(limit, course, first.minusDays(1), CALENDAR).state();
            assertThat(Deadline.of(limit, course, first, CALENDAR).state()).isEqualTo(State.AT_RISK);
            assertThat(before).isEqualTo(State.RUNNING);
        }
    }

    @Test
    void aLocalNormWarnsAndDoesNotBind() {
        var norm = new Limit.Norm(new Amount(7, Unit.DAYS), "Quy chế làm việc");
        var limit = limit(new Amount(15, Unit.DAYS), Bound.LATEST, Direction.AFTER, norm);
        var course = Course.from(day("2024-03-01"));
        assertThat(count(limit, course, "2024-03-11").normDue()).isEqualTo("2024-03-08");
        assertThat(count(limit, course, "2024-03-08").state()).isEqualTo(State.RUNNING);
        assertThat(count(limit, course, "2024-03-11").state()).isEqualTo(State.AT_RISK);
        assertThat(count(limit, course.done(day("2024-03-18")), "2024-03-18").state())
                .isEqualTo(State.MET);
    }

    @Test
    void doesNotCountTheDaysOfAPause() {
        var course = Course.from(day("2024-03-01"))
                .paused(new Pause(day("2024-03-05"), day("2024-03-12"), "chờ bổ sung hồ sơ"));
        assertThat(count(limit(15, Unit.DAYS), course, "2024-03-04").due())
                .isEqualTo("2024-03-25"); // the 23rd is a Saturday
        assertThat(count(limit(15, Unit.DAYS), course, "2024-03-05").state()).isEqualTo(State.PAUSED);
        assertThat(count(limit(15, Unit.DAYS), course, "2024-03-11").state()).isEqualTo(State.PAUSED);
        assertThat(count(limit(15, Unit.DAYS), course, "2024-03-12").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void anOpenPauseMovesTheEndDayByDay() {
        var course = Course.from(day("2024-03-04")).paused(new Pause(day("2024-03-06"), null, "chờ ý kiến"));
        var limit = limit(10, Unit.WORKING_DAYS);
        assertThat(count(limit, course, "2024-03-06").due()).isEqualTo("2024-03-19");
        assertThat(count(limit, course, "2024-03-13").due()).isEqualTo("2024-03-26");
        assertThat(count(limit, course, "2024-03-13").state()).isEqualTo(State.PAUSED);
        assertThat(count(limit, course.done(day("2024-03-05")), "2024-03-13").state())
                .isEqualTo(State.MET);
    }

    @Test
    void anExtensionOnlyEverMovesTheEndBack() {
        var course = Course.from(day("2024-03-01"));
        var later = course.extended(new Extension(day("2024-03-30"), "nội dung phức tạp"));
        assertThat(count(limit(15, Unit.DAYS), later, "2024-03-20").due()).isEqualTo("2024-04-01");
        assertThat(count(limit(15, Unit.DAYS), later, "2024-03-20").extensionReason())
                .isEqualTo("nội dung phức tạp");
        var earlier = course.extended(new Extension(day("2024-03-05"), "nhầm"));
        assertThat(count(limit(15, Unit.DAYS), earlier, "2024-03-20").due()).isEqualTo("2024-03-18");
    }

    /** Whatever the limit, start and pauses: the end is a working day, no counted day is lost, a longer pause never brings the end nearer. */
    @Test
    void holdsForAnyLimitAndPause() {
        var random = new Random(20250701);
        for (int i = 0; i < 3000; i++) {
            var unit = Unit.values()[random.nextInt(3)];
            int n = unit == Unit.MONTHS ? 1 + random.nextInt(6) : 1 + random.nextInt(60);
            var limit = limit(n, unit);
            var start = day("2016-01-04").plusDays(random.nextInt(5000));
            var plain = Deadline.of(limit, Course.from(start), start, CALENDAR);
            assertThat(CALENDAR.isWorkingDay(plain.due())).isTrue();
            assertThat(plain.lastSafeDay()).isBeforeOrEqualTo(plain.due());
            assertThat(CALENDAR.isWorkingDay(plain.lastSafeDay())).isTrue();
            var longer = Deadline.of(limit(n + 1, unit), Course.from(start), start, CALENDAR);
            assertThat(longer.due()).isAfterOrEqualTo(plain.due());

            var from = start.plusDays(1 + random.nextInt(20));
            int length = 1 + random.nextInt(30);
            var pause = new Pause(from, from.plusDays(length), "thử");
            var paused = Deadline.of(limit, Course.from(start).paused(pause), start, CALENDAR);
            assertThat(paused.due()).isAfterOrEqualTo(plain.due());
            assertThat(pause.covers(paused.due())).isFalse();
            var pausedLonger = Deadline.of(
                    limit,
                    Course.from(start).paused(new Pause(from, from.plusDays(length + 1), "thử")),
                    start,
                    CALENDAR);
            assertThat(pausedLonger.due()).isAfterOrEqualTo(paused.due());
            if (unit == Unit.DAYS) {
                long counted = start.plusDays(1)
                        .datesUntil(paused.due().plusDays(1))
                        .filter(day -> !pause.covers(day))
                        .count();
                assertThat(counted).isGreaterThanOrEqualTo(n);
            }
        }
    }
}
