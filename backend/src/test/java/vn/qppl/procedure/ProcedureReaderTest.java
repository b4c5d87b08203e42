package vn.qppl.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcedureReaderTest {
    private static final String GOOD = BuiltIn.procedures().stream()
            .filter(text -> text.procedure().code().equals("a-qd-tinh"))
            .findFirst()
            .orElseThrow()
            .yaml();

    private static List<String> mistakes(String yaml) {
        var mistaken = catchThrowableOfType(ProcedureReader.Mistaken.class, () -> ProcedureReader.read(yaml));
        assertThat(mistaken).as("read without complaint").isNotNull();
        return mistaken.mistakes();
    }

    private static String with(String old, String now) {
        assertThat(GOOD).contains(old);
        return GOOD.replace(old, now);
    }

    @Test
    void saysWhereAKeyIsMisspelt() {
        assertThat(mistakes(with("{count: 15, unit: DAYS}", "{cuont: 15, unit: DAYS}")))
                .anyMatch(mistake -> mistake.startsWith("steps[appraisal].limits[appraisal].legal.count: bắt buộc"))
                .anyMatch(mistake ->
                        mistake.startsWith("steps[appraisal].limits[appraisal].legal.cuont: không phải khóa"));
    }

    @Test
    void saysWhichWordsItTakes() {
        assertThat(mistakes(with("activity: APPRAISE\n", "activity: APPRAISAL\n")))
                .singleElement()
                .asString()
                .contains("steps[appraisal].activity", "“APPRAISAL”", "APPRAISE");
    }

    @Test
    void refusesAWayIntoNothing() {
        assertThat(mistakes(with("next: [meeting]", "next: [phien-hop]")))
                .anyMatch(mistake -> mistake.contains("không có bước “phien-hop”"))
                .anyMatch(mistake -> mistake.startsWith("steps[meeting]: không bước nào dẫn tới"));
    }

    @Test
    void refusesACaseThatNeverEnds() {
        assertThat(mistakes(with("Đã gửi; hồ sơ kết thúc}", "Đã gửi, next: [publication]}")
                        .replace("name: Không thông qua; hồ sơ kết thúc,", "name: Không thông qua, next: [drafting],")
                        .replace(
                                "name: Không chấp thuận; hồ sơ kết thúc,",
                                "name: Không chấp thuận, next: [proposal],")))
                .anyMatch(mistake -> mistake.startsWith("steps[publication]: từ bước này không đi tới kết thúc"));
    }

    @Test
    void refusesALocalNormWiderThanTheLaw() {
        assertThat(
                        mistakes(
                                with(
                                        "legal: {count: 15, unit: DAYS}\n        article: khoản 4 Điều 130",
                                        "legal: {count: 15, unit: DAYS}\n        norm: {count: 16, unit: DAYS, source: Quy chế}\n        article: khoản 4 Điều 130")))
                .singleElement()
                .asString()
                .contains("không được rộng hơn");
    }

    @Test
    void refusesAFormThatTheRegimeDoesNotHave() {
        assertThat(mistakes(with("level: PROVINCE", "level: COMMUNE").replace("regimes: [A]", "regimes: [A, B1]")))
                .singleElement()
                .asString()
                .contains("cấp xã không ban hành");
    }

    @Test
    void refusesWhatIsNoYamlAndWhatWouldMakeObjects() {
        assertThat(mistakes("code: [")).singleElement().asString().contains("YAML");
        assertThat(mistakes("!!javax.script.ScriptEngineManager []")).isNotEmpty();
        assertThat(mistakes("- a")).singleElement().asString().contains("bảng khóa");
        assertThat(mistakes("code: a\ncode: b")).isNotEmpty();
    }
}
