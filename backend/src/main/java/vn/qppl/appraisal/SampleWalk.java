package vn.qppl.appraisal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.qppl.appraisal.SampleDossiers.Sample;
import vn.qppl.drafting.Dossier;
import vn.qppl.drafting.SampleCases;
import vn.qppl.people.SamplePeople;
import vn.qppl.people.SignedIn;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.Calendars;
import vn.qppl.queue.QueuedTask;
import vn.qppl.web.Permission;

/** Makes one dossier of the sample, by {@code number:day}: every act in the name of one whose desk it is, on a working day of the past. */
@Component
class SampleWalk implements QueuedTask {
    static final String NAME = "sample-dossier";

    private static final String ARTICLES = """
            Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng
            1. Văn bản này quy định các nội dung nêu tại tên gọi, áp dụng trên địa bàn.
            2. Đối tượng áp dụng là cơ quan, tổ chức, cá nhân có liên quan.
            Điều 2. Nội dung thực hiện
            1. Cơ quan, tổ chức, cá nhân thực hiện theo mức, điều kiện và trách nhiệm được quy định tại văn bản này.
            2. Trường hợp có khó khăn, vướng mắc, cơ quan chủ trì tổng hợp, báo cáo cấp có thẩm quyền xem xét.
            Điều 3. Tổ chức thực hiện
            1. %s chịu trách nhiệm hướng dẫn, kiểm tra việc thực hiện.
            2. Kinh phí thực hiện do ngân sách bảo đảm theo phân cấp hiện hành.
            Điều 4. Hiệu lực thi hành
            Văn bản này có hiệu lực thi hành sau mười ngày kể từ ngày được thông qua hoặc ký ban hành.
            """;

    private static final String REMARKED = "Cơ quan, tổ chức, cá nhân thực hiện theo mức, điều kiện và trách nhiệm";

    /** Asked for when needed: the queue knows this task before it is itself. */
    private final ObjectProvider<SampleCases> sampleCases;

    private final ObjectProvider<AppraisalDesk> desks;
    private final AppraisalAccess held;
    private final AppraisalWriting writing;
    private final SamplePeople people;
    private final Calendars calendars;

    SampleWalk(
            ObjectProvider<SampleCases> sampleCases,
            ObjectProvider<AppraisalDesk> desks,
            AppraisalAccess held,
            AppraisalWriting writing,
            SamplePeople people,
            Calendars calendars) {
        this.sampleCases = sampleCases;
        this.desks = desks;
        this.held = held;
        this.writing = writing;
        this.people = people;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) throws IOException {
        if (!people.areHere()) return;
        int colon = id.indexOf(':');
        var sample = SampleDossiers.ALL.get(Integer.parseInt(id.substring(0, colon)));
        walk(sample, LocalDate.parse(id.substring(colon + 1, colon + 11)));
    }

    /** From registration, or from where an earlier walk stopped, to the step it is to stand in. */
    void walk(Sample sample, LocalDate first) throws IOException {
        var cases = sampleCases.getObject();
        var begun = Objects.requireNonNullElseGet(
                sample.begun().on(), () -> first.minusDays(sample.begun().daysAgo()));
        var dossier = cases.find(sample.title())
                .orElseGet(() -> cases.register(sample.drafter(), registration(sample, begun)));
        var day = begun;
        int until = cases.position(dossier, sample.until());
        for (int position = 0; position < until && cases.position(dossier) < until; position++) {
            day = day.plusDays(usualDays(cases.activity(dossier, position)));
            // what an earlier, interrupted run did stays done
            if (position == cases.position(dossier)) pass(sample, dossier, workingDay(cases.begunOn(dossier), day));
            dossier = cases.find(sample.title()).orElseThrow();
        }
        last(sample, dossier, first);
    }

    private static Dossier.Registration registration(Sample sample, LocalDate on) {
        return new Dossier.Registration(
                sample.form(),
                sample.level(),
                sample.kind(),
                sample.title(),
                sample.field(),
                sample.purpose(),
                on,
                null,
                on.getYear());
    }

    private void pass(Sample sample, Dossier dossier, LocalDate on) throws IOException {
        var cases = sampleCases.getObject();
        var step = cases.step(dossier);
        if (step.activity() == Activity.APPRAISE) {
            appraise(dossier, on, true);
            return;
        }
        cases.work(dossier, on, name -> file(sample, name));
        var worked = cases.find(sample.title()).orElseThrow();
        if (step.activity() == Activity.SIGN)
            cases.sign(worked, on, sample.serial(), SampleTexts.draft(sample, articles(sample)));
        else cases.finish(worked, on, null, null);
    }

    private static byte[] file(Sample sample, String name) {
        return name.startsWith("Dự thảo văn bản") || name.startsWith("Dự thảo đã")
                ? SampleTexts.draft(sample, articles(sample))
                : SampleTexts.letter(sample, name);
    }

    private static String articles(Sample sample) {
        return ARTICLES.formatted(
                "Cơ quan chủ trì soạn thảo lĩnh vực " + sample.field().toLowerCase(java.util.Locale.ROOT));
    }

    private void last(Sample sample, Dossier dossier, LocalDate today) throws IOException {
        var cases = sampleCases.getObject();
        if (!dossier.isOpen() || dossier.activity() != sample.until()) return;
        var on = workingDay(
                cases.begunOn(dossier),
                cases.begunOn(dossier).plusDays(usualDays(Objects.requireNonNull(sample.until()))));
        switch (sample.last()) {
            case NOTHING -> {}
            case WORK -> cases.work(dossier, cases.begunOn(dossier), name -> file(sample, name));
            case REFUSE -> cases.finish(dossier, on, "refused", "Chưa có điều khoản nào giao quy định nội dung này.");
            case RECEIVE -> receive(dossier, cases.begunOn(dossier).plusDays(1));
            case CONCLUDE -> appraise(dossier, today, false);
            case RETURN ->
                giveBack(
                        dossier,
                        workingDay(
                                cases.begunOn(dossier), cases.begunOn(dossier).plusDays(2)));
        }
    }

    private void giveBack(Dossier dossier, LocalDate on) {
        var desk = desks.getObject();
        as(
                dossier,
                Permission.DO_CASEWORK,
                null,
                () -> desk.giveBack(
                        dossier.id(),
                        held.readable(dossier).version(),
                        "returned",
                        on,
                        "Thiếu ý kiến của Sở Tài chính về nguồn kinh phí; bản tổng hợp chưa giải trình ý kiến của các xã."));
    }

    private void receive(Dossier dossier, LocalDate on) {
        var desk = desks.getObject();
        as(dossier, Permission.DO_CASEWORK, null, () -> {
            var appraisal = held.readable(dossier);
            if (appraisal.stage() == Stage.RECEIVED) desk.complete(dossier.id(), appraisal.version(), on);
            var complete = held.readable(dossier);
            if (complete.officerId() == null)
                desk.assign(dossier.id(), complete.version(), SignedIn.now().id());
        });
    }

    /** As far as the officer goes, and where it is to be sent the leader and the sending too; goes on from any stage. */
    private void appraise(Dossier dossier, LocalDate on, boolean send) throws IOException {
        var desk = desks.getObject();
        var cases = sampleCases.getObject();
        receive(
                dossier,
                cases.begunOn(dossier).plusDays(1).isAfter(on)
                        ? on
                        : cases.begunOn(dossier).plusDays(1));
        as(dossier, Permission.DO_CASEWORK, null, () -> {
            if (held.readable(dossier).stage() != Stage.COMPLETE) return;
            var subjects = cases.step(dossier).subjects();
            for (var subject : subjects)
                writing.concludeSubject(
                        dossier.id(),
                        subject.code(),
                        subject.when() == null ? AppraisalNotes.Verdict.MET : AppraisalNotes.Verdict.NOT_APPLICABLE,
                        subject.when() == null ? "Nội dung dự thảo phù hợp." : "");
            writing.remark(
                    dossier.id(),
                    Objects.requireNonNull(held.readable(dossier).draftNumber()),
                    "art_2__para_1",
                    REMARKED,
                    AppraisalNotes.RemarkKind.LANGUAGE,
                    "Đề nghị nêu rõ mức và điều kiện ngay tại khoản này, không viện dẫn chung.");
            desk.conclude(
                    dossier.id(),
                    held.readable(dossier).version(),
                    "ready-after-revision",
                    "Dự thảo đủ điều kiện trình sau khi tiếp thu ý kiến tại khoản 1 Điều 2.");
        });
        if (!send) return;
        // never the officer's own work
        var officer = cases.holder(dossier, Permission.DO_CASEWORK, null).id();
        as(dossier, Permission.APPROVE_APPRAISALS, officer, () -> {
            if (held.readable(dossier).stage() == Stage.CONCLUDED)
                desk.approve(dossier.id(), held.readable(dossier).version());
        });
        var due = cases.find(dossier.title()).orElseThrow().dueOn();
        as(
                dossier,
                Permission.DO_CASEWORK,
                null,
                () -> desk.send(
                        dossier.id(),
                        held.readable(dossier).version(),
                        100 + (int) (dossier.id() % 300) + "/BC-STP",
                        on,
                        due != null && on.isAfter(due) ? "Chờ ý kiến của cơ quan liên quan" : null));
    }

    private interface Work {
        void run() throws IOException;
    }

    private void as(Dossier dossier, Permission permission, @Nullable Long other, Work work) {
        people.as(sampleCases.getObject().holder(dossier, permission, other), () -> {
            work.run();
            return true;
        });
    }

    /** The last working day up to a day, and not before the step began nor after today. */
    private LocalDate workingDay(LocalDate from, LocalDate wanted) {
        var today = calendars.today();
        var day = wanted.isAfter(today) ? today : wanted;
        return Optional.of(day)
                .flatMap(last -> last.minusDays(14)
                        .datesUntil(last.plusDays(1))
                        .filter(calendars.current()::isWorkingDay)
                        .reduce((one, later) -> later))
                .filter(working -> !working.isBefore(from))
                .orElse(from);
    }

    /** Days that a step usually takes, so that the dossiers look lived in; no limit of the law. */
    private static int usualDays(Activity activity) {
        return switch (activity) {
            case DRAFT -> 30;
            case CONSULT, CONSULT_ON_POLICY -> 35;
            case APPRAISE, APPRAISE_POLICY -> 12;
            case ADOPT, ADOPT_POLICY -> 7;
            case REVISE, REVISE_AFTER_VERIFICATION, BUILD_POLICY, VERIFY -> 6;
            case DECIDE_TO_SUBMIT -> 5;
            case ASSIGN, SUBMIT, SUBMIT_PROPOSAL, REQUEST_SHORTENED, SEND_TO_MEMBERS -> 4;
            case PROPOSE, SEND_FOR_VERIFICATION, SIGN -> 3;
            case SEND_FOR_APPRAISAL, PUBLISH, SEND_FOR_INSPECTION, SELF_INSPECT -> 2;
        };
    }
}
