package vn.qppl.appraisal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.qppl.drafting.SampleCases;
import vn.qppl.people.OrganisationLevel;
import vn.qppl.people.SamplePeople;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.Calendars;
import vn.qppl.procedure.DocumentForm;
import vn.qppl.procedure.ProcedureKind;
import vn.qppl.queue.AfterCommit;

/**
 * Twelve dossiers of the sample in different states, under both laws. They are made by the queue after the start, so that nobody waits for them
 * and one that is cut off goes on.
 *
 * <p>Days: those under the law of 2015 are fixed days of its time. Those of today are counted back from the day they are first made, by the
 * days a step usually takes ({@link SampleWalk}); the two that are late then are late by more than a week, and only get later. What is in
 * time then becomes late when nobody acts, as in life.
 */
@Component
@Order(SampleDossiers.ORDER)
class SampleDossiers implements ApplicationRunner {
    /** After people and documents of the sample. */
    static final int ORDER = 10;

    private final SampleCases cases;
    private final SamplePeople people;
    private final AfterCommit queue;
    private final Calendars calendars;

    SampleDossiers(SampleCases cases, SamplePeople people, AfterCommit queue, Calendars calendars) {
        this.cases = cases;
        this.people = people;
        this.queue = queue;
        this.calendars = calendars;
    }

    /** What the last act in a dossier is, once it has come to its step. */
    enum Last {
        NOTHING,
        /** Papers and dated facts of the step, not its end. */
        WORK,
        REFUSE,
        RECEIVE,
        CONCLUDE,
        RETURN
    }

    /**
     * @param begun registered on this day, or so many days ago
     * @param until the step it stands in; null: it went all its way
     * @param serial of its number, where it is signed
     */
    record Sample(
            String title,
            String issuer,
            DocumentForm form,
            OrganisationLevel level,
            ProcedureKind kind,
            String drafter,
            String field,
            String purpose,
            Begun begun,
            @Nullable Activity until,
            Last last,
            int serial) {
        boolean isOfLaw2015() {
            return begun.on != null;
        }
    }

    record Begun(@Nullable LocalDate on, int daysAgo) {
        static Begun on(int year, int month, int day) {
            return new Begun(LocalDate.of(year, month, day), 0);
        }

        static Begun ago(int days) {
            return new Begun(null, days);
        }
    }

    private static final String KON_TUM = "Ủy ban nhân dân tỉnh Kon Tum";
    private static final String QUANG_NGAI = "Ủy ban nhân dân tỉnh Quảng Ngãi";
    private static final String COUNCIL = "Hội đồng nhân dân tỉnh Quảng Ngãi";

    static final List<Sample> ALL = List.of(
            decision(
                    "Quyết định quy định giá dịch vụ trông giữ xe tại các bến xe khách trên địa bàn tỉnh Kon Tum",
                    KON_TUM,
                    "soanthao",
                    "Tài chính",
                    "Quy định giá cụ thể theo điều được Luật Giá giao",
                    Begun.on(2024, 3, 4),
                    null,
                    Last.NOTHING,
                    71),
            decision(
                    "Quyết định quy định tiêu chuẩn, định mức sử dụng máy phát điện dự phòng của cơ quan nhà nước tỉnh Kon Tum",
                    KON_TUM,
                    "soanthao",
                    "Tài chính",
                    "Thống nhất định mức trang bị",
                    Begun.on(2024, 9, 9),
                    Activity.ASSIGN,
                    Last.REFUSE,
                    0),
            new Sample(
                    "Nghị quyết quy định mức hỗ trợ đóng bảo hiểm y tế cho người làm muối tỉnh Quảng Ngãi",
                    COUNCIL,
                    DocumentForm.COUNCIL_RESOLUTION,
                    OrganisationLevel.PROVINCE,
                    ProcedureKind.ORDINARY,
                    "soyte",
                    "Y tế",
                    "Bảo đảm quyền lợi bảo hiểm y tế của người làm muối",
                    Begun.on(2024, 6, 10),
                    null,
                    Last.NOTHING,
                    38),
            // appraised in March 2025: it went on under the law of 2015 (Luật 64/2025 khoản 2 Điều 72)
            decision(
                    "Quyết định quy định phối hợp quản lý an toàn thực phẩm tại bếp ăn tập thể tỉnh Quảng Ngãi",
                    QUANG_NGAI,
                    "soyte",
                    "Y tế",
                    "Phân định trách nhiệm giữa các sở và Ủy ban nhân dân các cấp",
                    Begun.on(2024, 12, 16),
                    null,
                    Last.NOTHING,
                    27),
            decision(
                    "Quyết định quy định mức chi tiếp khách trong nước của cơ quan, đơn vị tỉnh Quảng Ngãi",
                    QUANG_NGAI,
                    "sotaichinh",
                    "Tài chính",
                    "Quy định mức chi phù hợp khả năng ngân sách",
                    Begun.ago(20),
                    Activity.DRAFT,
                    Last.NOTHING,
                    0),
            new Sample(
                    "Nghị quyết quy định mức đóng góp tự nguyện xây dựng ngõ xóm văn minh trên địa bàn phường Kon Tum",
                    "Hội đồng nhân dân phường Kon Tum",
                    DocumentForm.COUNCIL_RESOLUTION,
                    OrganisationLevel.COMMUNE,
                    ProcedureKind.ORDINARY,
                    "kinhtephuong",
                    "Hạ tầng",
                    "Bảo đảm công khai, tự nguyện khi huy động đóng góp",
                    Begun.ago(42),
                    Activity.CONSULT,
                    Last.WORK,
                    0),
            decision(
                    "Quyết định quy định chế độ báo cáo ca bệnh truyền nhiễm của cơ sở y tế tư nhân tỉnh Quảng Ngãi",
                    QUANG_NGAI,
                    "soyte",
                    "Y tế",
                    "Giám sát dịch bệnh kịp thời",
                    Begun.ago(77),
                    Activity.APPRAISE,
                    Last.NOTHING,
                    0),
            new Sample(
                    "Quyết định của Chủ tịch Ủy ban nhân dân tỉnh Quảng Ngãi quy định phối hợp sử dụng dữ liệu tài sản công",
                    "Chủ tịch " + QUANG_NGAI,
                    DocumentForm.CHAIRMAN_DECISION,
                    OrganisationLevel.PROVINCE,
                    ProcedureKind.ORDINARY,
                    "sotaichinh",
                    "Tài chính",
                    "Phối hợp giữa các cơ quan chuyên môn trong quản lý dữ liệu",
                    Begun.ago(82),
                    Activity.APPRAISE,
                    Last.CONCLUDE,
                    0),
            // late: complete some twenty-five days ago, fifteen days allowed
            new Sample(
                    "Nghị quyết quy định mức thu phí tham quan di tích lịch sử trên địa bàn tỉnh Quảng Ngãi",
                    COUNCIL,
                    DocumentForm.COUNCIL_RESOLUTION,
                    OrganisationLevel.PROVINCE,
                    ProcedureKind.ORDINARY,
                    "sotaichinh",
                    "Phí, lệ phí",
                    "Quy định mức thu thuộc thẩm quyền theo Luật Phí và lệ phí",
                    Begun.ago(101),
                    Activity.APPRAISE,
                    Last.RECEIVE,
                    0),
            decision(
                    "Quyết định quy định danh mục vật tư y tế dự trữ phòng, chống thiên tai tỉnh Quảng Ngãi",
                    QUANG_NGAI,
                    "soyte",
                    "Y tế",
                    "Chủ động dự trữ trước mùa mưa bão",
                    Begun.ago(81),
                    Activity.APPRAISE,
                    Last.RETURN,
                    0),
            // at the council's board
            new Sample(
                    "Nghị quyết quy định chính sách hỗ trợ học phí cho sinh viên y khoa về công tác tại xã đảo tỉnh Quảng Ngãi",
                    COUNCIL,
                    DocumentForm.COUNCIL_RESOLUTION,
                    OrganisationLevel.PROVINCE,
                    ProcedureKind.ORDINARY,
                    "soyte",
                    "Y tế",
                    "Thu hút nhân lực y tế cho xã đảo",
                    Begun.ago(111),
                    Activity.VERIFY,
                    Last.NOTHING,
                    0),
            // late: signed some twelve days ago, to be sent to the gazette within three
            decision(
                    "Quyết định quy định đơn giá bồi thường cây trồng khi Nhà nước thu hồi đất tỉnh Quảng Ngãi",
                    QUANG_NGAI,
                    "sotaichinh",
                    "Đất đai",
                    "Quy định đơn giá theo điều được Luật Đất đai giao",
                    Begun.ago(121),
                    Activity.PUBLISH,
                    Last.NOTHING,
                    63));

    private static Sample decision(
            String title,
            String issuer,
            String drafter,
            String field,
            String purpose,
            Begun begun,
            @Nullable Activity until,
            Last last,
            int serial) {
        return new Sample(
                title,
                issuer,
                DocumentForm.COMMITTEE_DECISION,
                OrganisationLevel.PROVINCE,
                ProcedureKind.ORDINARY,
                drafter,
                field,
                purpose,
                begun,
                until,
                last,
                serial);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (int i = 0; i < ALL.size(); i++) {
            var sample = ALL.get(i);
            // an installation of before these people were invented stays as it is
            if (people.named(sample.drafter()).isEmpty()) continue;
            // one that is there is its people's now, or is being made by the queue
            if (cases.find(sample.title()).isEmpty()) queue.enqueue(SampleWalk.NAME, i + ":" + calendars.today());
        }
    }
}
