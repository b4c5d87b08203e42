package vn.qppl.appraisal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ooxml.POIXMLException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.audit.Actor;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.drafting.CaseFile;
import vn.qppl.drafting.Dossier;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.OrganisationLevel;
import vn.qppl.procedure.Outcome;

/** The report of an appraisal as a Word file, from a template that an administrator may change. */
@Component
class Reports {
    private static final String BUILT_IN = "vn/qppl/appraisal/bao-cao-tham-dinh.docx";

    /** A place of the template. @param lines true: takes a line by itself and fills as many as there are */
    record TemplatePlace(String name, String meaning, boolean needed, boolean lines) {}

    static final List<TemplatePlace> PLACES = List.of(
            new TemplatePlace("CO_QUAN_CHU_QUAN", "Tên cơ quan chủ quản, chữ in hoa", false, false),
            new TemplatePlace("CO_QUAN", "Tên cơ quan thẩm định, chữ in hoa", true, false),
            new TemplatePlace("SO", "Số, ký hiệu của báo cáo; để trống khi chưa gửi", true, false),
            new TemplatePlace("DIA_DANH_NGAY", "Địa danh, ngày, tháng, năm của báo cáo", false, false),
            new TemplatePlace("TEN_DU_THAO", "Tên dự thảo văn bản", true, false),
            new TemplatePlace("KINH_GUI", "Cơ quan chủ trì soạn thảo", false, false),
            new TemplatePlace("MO_DAU", "Ngày nhận, ngày đủ hồ sơ, bản dự thảo được thẩm định", false, false),
            new TemplatePlace("NOI_DUNG", "Kết quả từng nội dung thẩm định", true, true),
            new TemplatePlace("NHAN_XET", "Nhận xét đối với từng điều, khoản, điểm", false, true),
            new TemplatePlace("Y_KIEN", "Ý kiến của đơn vị, cơ quan và hội đồng tư vấn thẩm định", false, true),
            new TemplatePlace("KET_LUAN", "Kết luận thẩm định", true, true),
            new TemplatePlace("NOI_NHAN_KHAC", "Nơi nhận khác: văn phòng cơ quan ban hành", false, false),
            new TemplatePlace("CHUC_VU", "Chức vụ người ký, chữ in hoa", false, false),
            new TemplatePlace("NGUOI_KY", "Họ và tên người duyệt báo cáo", false, false));

    private static final List<String> NEEDED = PLACES.stream()
            .filter(TemplatePlace::needed)
            .map(TemplatePlace::name)
            .toList();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final AppraisalNotes notes;
    private final CaseFile caseFile;
    private final OrganisationDirectory directory;
    private final DocumentFiles files;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Reports(
            AppraisalNotes notes,
            CaseFile caseFile,
            OrganisationDirectory directory,
            DocumentFiles files,
            JdbcClient jdbc,
            Audit audit,
            Clock clock) {
        this.notes = notes;
        this.caseFile = caseFile;
        this.directory = directory;
        this.files = files;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param number null while it is not sent: the place stays blank */
    byte[] make(Dossier dossier, Appraisal appraisal, @Nullable String number, @Nullable LocalDate on)
            throws IOException {
        var step = caseFile.step(dossier, appraisal.stepId());
        var body = directory.get(appraisal.bodyId());
        var drafting = directory.get(dossier.draftingBodyId());
        var words = new LinkedHashMap<String, String>();
        words.put("CO_QUAN_CHU_QUAN", above(dossier.level(), body.placeName()));
        words.put("CO_QUAN", body.name().toUpperCase(Locale.ROOT));
        words.put("SO", number == null ? "       /BC-STP" : number);
        words.put("DIA_DANH_NGAY", place(body.placeName()) + (on == null ? "ngày      tháng      năm      " : day(on)));
        words.put("TEN_DU_THAO", dossier.title());
        words.put("KINH_GUI", drafting.name());
        words.put("MO_DAU", opening(dossier, appraisal, body.name(), drafting.name()));
        words.put("NOI_NHAN_KHAC", directory.get(dossier.officeId()).name());
        words.put("CHUC_VU", capacity(dossier.level()));
        var leader = appraisal.approvedBy();
        words.put("NGUOI_KY", leader == null ? "" : directory.personName(leader));
        var lines = Map.of(
                "NOI_DUNG", subjects(step, appraisal),
                "NHAN_XET", remarks(appraisal),
                "Y_KIEN", opinions(appraisal),
                "KET_LUAN",
                        List.of(
                                step.outcome(Objects.requireNonNullElse(appraisal.outcome(), ""))
                                                .map(Outcome::name)
                                                .orElse("(chưa kết luận)")
                                        + ".",
                                Objects.requireNonNullElse(appraisal.conclusion(), "")));
        try (var template = template()) {
            return ReportDocx.fill(template, "Báo cáo thẩm định " + dossier.title(), words, lines);
        }
    }

    private static String above(OrganisationLevel level, @Nullable String place) {
        var named = place == null ? "" : " " + place;
        return switch (level) {
            case PROVINCE -> ("Ủy ban nhân dân tỉnh" + named).toUpperCase(Locale.ROOT);
            case CENTRAL -> "";
            case DISTRICT, COMMUNE -> ("Ủy ban nhân dân" + named).toUpperCase(Locale.ROOT);
        };
    }

    private static String capacity(OrganisationLevel level) {
        return switch (level) {
            case PROVINCE, CENTRAL -> "GIÁM ĐỐC";
            case DISTRICT -> "TRƯỞNG PHÒNG";
            case COMMUNE -> "CHÁNH VĂN PHÒNG";
        };
    }

    private static String place(@Nullable String place) {
        return place == null ? "" : place + ", ";
    }

    /** A zero before days under ten and before the first two months, so that nothing can be written in. */
    private static String day(LocalDate on) {
        int month = on.getMonthValue();
        return "ngày %02d tháng %s năm %d".formatted(on.getDayOfMonth(), month < 3 ? "0" + month : month, on.getYear());
    }

    private static String opening(Dossier dossier, Appraisal appraisal, String body, String drafting) {
        var complete = appraisal.completeOn();
        return "Ngày " + DAY.format(appraisal.receivedOn()) + ", " + body
                + " nhận được hồ sơ đề nghị thẩm định dự thảo “" + dossier.title() + "” do " + drafting
                + " chủ trì soạn thảo"
                + (complete == null ? "" : "; hồ sơ đầy đủ ngày " + DAY.format(complete))
                + (appraisal.draftNumber() == null ? "" : "; thẩm định trên Dự thảo " + appraisal.draftNumber())
                + ". Sau khi nghiên cứu, " + body + " báo cáo kết quả thẩm định như sau:";
    }

    private List<String> subjects(vn.qppl.procedure.Step step, Appraisal appraisal) {
        var concluded = notes.concluded(appraisal.id());
        var lines = new ArrayList<String>();
        int number = 0;
        for (var subject : step.subjects())
            for (var one : concluded)
                if (one.code().equals(subject.code())) {
                    lines.add("# " + ++number + ". " + subject.name());
                    lines.add(one.verdict().label() + (one.opinion().isBlank() ? "." : ". " + one.opinion()));
                }
        return lines.isEmpty() ? List.of("(chưa có ý kiến)") : lines;
    }

    private List<String> remarks(Appraisal appraisal) {
        var lines = notes.remarks(appraisal.id()).stream()
                .map(r -> "- Tại " + r.label() + " (“" + shortened(r.quote()) + "”): " + r.remark())
                .toList();
        return lines.isEmpty() ? List.of("Không có nhận xét cụ thể về từng điều, khoản.") : lines;
    }

    private static String shortened(String quote) {
        var plain = quote.replaceAll("\\s+", " ").strip();
        return plain.length() <= 160 ? plain : plain.substring(0, 159) + "…";
    }

    private List<String> opinions(Appraisal appraisal) {
        var lines = new ArrayList<String>();
        var council = appraisal.councilOn();
        if (council != null)
            lines.add("- Hội đồng tư vấn thẩm định họp ngày " + DAY.format(council) + ", có mặt "
                    + appraisal.councilPresent() + "/" + appraisal.councilMembers() + " thành viên."
                    + (appraisal.councilNote() == null ? "" : " " + appraisal.councilNote()));
        for (var opinion : notes.opinions(appraisal.id()))
            if (opinion.opinion() != null)
                lines.add("- " + opinion.agency()
                        + (opinion.number() == null ? "" : " (Văn bản số " + opinion.number() + ")") + ": "
                        + opinion.opinion());
        return lines.isEmpty() ? List.of("Không có ý kiến khác.") : lines;
    }

    InputStream template() throws IOException {
        var own = current();
        return own == null ? new ClassPathResource(BUILT_IN).getInputStream() : Files.newInputStream(files.path(own));
    }

    /**
     * The template in use.
     *
     * @param fileName null: the one that comes with the software
     */
    record TemplateInUse(
            @Nullable String fileName,
            @Nullable String reason,
            @Nullable Long putBy,
            @Nullable Instant putAt) {}

    TemplateInUse inUse() {
        return jdbc.sql("select file_name, reason, put_by, put_at from report_template order by id desc limit 1")
                .query((row, n) -> new TemplateInUse(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getTimestamp(4).toInstant()))
                .optional()
                .orElseGet(() -> new TemplateInUse(null, null, null, null));
    }

    /** Null: the one that comes with the software. */
    private @Nullable String current() {
        return jdbc.sql("select coalesce(sha256, '') from report_template order by id desc limit 1")
                .query(String.class)
                .optional()
                .filter(sha256 -> !sha256.isEmpty())
                .orElse(null);
    }

    /** Puts another template in use. @throws vn.qppl.web.ProblemException {@link AppraisalProblem#TEMPLATE_UNUSABLE} */
    @Transactional
    public void replace(byte[] template, String sha256, String fileName, String reason) throws IOException {
        List<String> places;
        try {
            places = ReportDocx.places(new ByteArrayInputStream(template));
        } catch (POIXMLException | IllegalArgumentException e) {
            throw AppraisalProblem.TEMPLATE_UNUSABLE.with("missing", String.join(", ", NEEDED));
        }
        var missing = NEEDED.stream().filter(place -> !places.contains(place)).toList();
        if (!missing.isEmpty())
            throw AppraisalProblem.TEMPLATE_UNUSABLE.with(
                    "missing",
                    String.join(", ", missing.stream().map(m -> "{{" + m + "}}").toList()));
        put(sha256, fileName, reason);
    }

    @Transactional
    public void reset(String reason) {
        put(null, null, reason);
    }

    private void put(@Nullable String sha256, @Nullable String fileName, String reason) {
        var before = current();
        jdbc.sql("insert into report_template (sha256, file_name, reason, put_by, put_at) values (?, ?, ?, ?, ?)")
                .params(AppraisalNotes.values(
                        sha256, fileName, reason, Actor.current().orElseThrow(), Timestamp.from(clock.instant())))
                .update();
        audit.record(
                "report-template:appraisal",
                "replace",
                List.of(Change.of("sha256", before, sha256), Change.of("reason", null, reason)));
    }
}
