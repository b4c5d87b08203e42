package vn.qppl.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.appraisal.SampleDossiers.Sample;
import vn.qppl.drafting.Dossier;
import vn.qppl.drafting.DossierState;
import vn.qppl.drafting.SampleCases;
import vn.qppl.procedure.Activity;
import vn.qppl.procedure.Calendars;

@ApplicationTest
class SampleDossiersTest {
    @LocalServerPort
    int port;

    @Autowired
    SampleDossiers samples;

    @Autowired
    SampleCases cases;

    @Autowired
    Calendars calendars;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void waitForThem() {
        SampleDossiersMade.eventually(jdbc);
    }

    private Dossier find(Sample sample) {
        return cases.find(sample.title()).orElseThrow();
    }

    private List<Dossier> all() {
        return SampleDossiers.ALL.stream().map(this::find).toList();
    }

    @Test
    void standWhereTheyAreMeantTo() {
        assertThat(SampleDossiers.ALL).hasSize(12);
        for (var sample : SampleDossiers.ALL) {
            var dossier = find(sample);
            switch (sample.last()) {
                case REFUSE -> assertThat(dossier.state()).isEqualTo(DossierState.ENDED);
                case RETURN -> {
                    assertThat(dossier.state()).isEqualTo(DossierState.RETURNED);
                    assertThat(dossier.activity()).isEqualTo(Activity.SEND_FOR_APPRAISAL);
                }
                case NOTHING, WORK, RECEIVE, CONCLUDE ->
                    assertThat(dossier.activity()).as(sample.title()).isEqualTo(sample.until());
            }
            if (sample.until() == null) assertThat(dossier.state()).isEqualTo(DossierState.ISSUED);
        }
    }

    @Test
    void followTheLawOfTheirTime() {
        assertThat(all().stream().map(Dossier::regime).toList())
                .containsExactly("A", "A", "A", "A", "B2", "B2", "B2", "B2", "B2", "B2", "B2", "B2");
        // the transition: appraised before the new law, signed under it, by the procedure of the old one
        var transition = all().get(3);
        assertThat(transition.signedOn()).isAfterOrEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(jdbc.sql("select done_on from case_step where dossier_id = ? and activity = 'APPRAISE'")
                        .param(transition.id())
                        .query(LocalDate.class)
                        .single())
                .isBefore(LocalDate.of(2025, 4, 1));
    }

    @Test
    void twoOfThemAreLate() {
        var today = calendars.today();
        assertThat(all().stream()
                        .filter(d -> d.isOpen() && d.dueOn() != null && today.isAfter(d.dueOn()))
                        .map(Dossier::activity)
                        .toList())
                .containsExactly(Activity.APPRAISE, Activity.PUBLISH);
    }

    @Test
    void wereMadeByThePeopleWhoseDesksTheyCrossed() {
        var auditor = Browser.signedInAs("thanhtra", port);
        var history = auditor.get("/api/dossiers/" + all().get(11).id() + "/history?size=100")
                .text();
        assertThat(history).contains("Đỗ Thị Lan Anh", "Tạ Công Dũng", "Đinh Thị Hrê");
        var appraisal = auditor.get("/api/dossiers/" + all().get(11).id() + "/appraisal/history?size=100")
                .text();
        assertThat(appraisal).contains("Đinh Thị Hrê", "Huỳnh Ngọc Sơn", "approve");
    }

    @Test
    void areMadeOnce() {
        long before = count();
        samples.run(new DefaultApplicationArguments());
        SampleDossiersMade.eventually(jdbc);
        assertThat(count()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from dossier where title = ?")
                        .param(SampleDossiers.ALL.getFirst().title())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private long count() {
        return jdbc.sql(
                        "select count(*) from case_step s join dossier d on d.id = s.dossier_id where d.title in (:titles)")
                .param("titles", SampleDossiers.ALL.stream().map(Sample::title).toList())
                .query(Long.class)
                .single();
    }
}
