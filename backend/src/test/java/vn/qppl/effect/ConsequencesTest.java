package vn.qppl.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.qppl.ApplicationTest;
import vn.qppl.document.DocumentFacts;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.document.Relations;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.RelationKind;
import vn.qppl.structure.DocumentNumber;

/** What follows from effects on other documents, on the real database. */
@ApplicationTest
class ConsequencesTest {
    private static final AtomicInteger SERIAL = new AtomicInteger(7000);
    private static final String COUNCIL = "Hội đồng nhân dân tỉnh Thử Nghiệm";
    private static final String COMMITTEE = "Ủy ban nhân dân tỉnh Thử Nghiệm";

    @Autowired
    Register register;

    @Autowired
    Relations relations;

    @Autowired
    Effects effects;

    @Autowired
    EffectChecks checks;

    @Autowired
    OrganisationDirectory directory;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private long by;

    @BeforeEach
    void person() {
        by = directory.personNamed("lanhdao").orElseThrow();
    }

    private static DocumentFacts facts(String number, LocalDate issuedOn) {
        boolean council = number.contains("NQ-HĐND");
        return new DocumentFacts(
                DocumentNumber.parse(number).orElseThrow(),
                council ? DocumentType.named("Nghị quyết") : DocumentType.named("Quyết định"),
                null,
                council ? COUNCIL : COMMITTEE,
                IssuerLevel.PROVINCE,
                "Văn bản thử",
                issuedOn,
                null,
                null,
                null,
                null,
                true);
    }

    private LegalDocument arrives(String number, LocalDate issuedOn) {
        return register.confirm(facts(number, issuedOn), by);
    }

    private LegalDocument cited(String number, LegalDocument citing) {
        return inTransaction(() -> register.cited(
                        new Register.Cited(DocumentNumber.parse(number).orElseThrow(), null, null, null), citing)
                .orElseThrow());
    }

    private <T> T inTransaction(java.util.function.Supplier<T> act) {
        return java.util.Objects.requireNonNull(new TransactionTemplate(transactions).execute(s -> act.get()));
    }

    private void commences(LegalDocument d, LocalDate from) {
        effects.record(d.id(), List.of(Effects.commencement(d.id(), from, "Điều 9", "có hiệu lực")), by);
    }

    private static NewEffect on(
            long target, EffectKind kind, @Nullable LocalDate from, long cause, @Nullable BoundaryEvent event) {
        return NewEffect.of(kind, target)
                .from(from)
                .boundary(event == null ? null : "mốc")
                .by(cause, "Điều 2")
                .quote("câu chữ")
                .boundTo(event)
                .said();
    }

    private void details(LegalDocument child, LegalDocument parent) {
        relations.record(
                List.of(new Relations.NewRelation(
                        RelationKind.DETAILS, child.id(), null, parent.id(), null, "quy định chi tiết")),
                by);
        effects.followParents(child.id(), by);
    }

    private StatusCode status(String number, LocalDate day) {
        var d = register.withNumber(DocumentNumber.parse(number).orElseThrow()).getFirst();
        return effects.validity(d.id(), clock.instant(), null).on(day).code();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    @Test
    void givesTheSameAnswersInWhateverOrderDocumentsArrive() {
        var random = new Random(3);
        Map<String, List<StatusCode>> first = null;
        for (int round = 0; round < 8; round++) {
            int n = SERIAL.getAndAdd(10);
            var parent = n + "/2018/NQ-HĐND";
            var child = n + "/2018/QĐ-UBND";
            var repealing = (n + 1) + "/2022/NQ-HĐND";
            var bound = (n + 2) + "/2022/QĐ-UBND";
            var ended = (n + 3) + "/2019/QĐ-UBND";
            var steps = new ArrayList<Runnable>(List.of(
                    () -> commences(arrives(parent, day("2018-07-10")), day("2018-08-01")),
                    () -> {
                        var d = arrives(child, day("2018-09-01"));
                        commences(d, day("2018-09-15"));
                        details(d, cited(parent, d));
                    },
                    () -> {
                        var d = arrives(repealing, day("2022-07-10"));
                        commences(d, day("2022-08-01"));
                        var target = cited(parent, d);
                        effects.record(
                                target.id(),
                                List.of(on(target.id(), EffectKind.REPEAL, day("2022-08-01"), d.id(), null)),
                                by);
                    },
                    () -> {
                        var d = arrives(bound, day("2022-07-20"));
                        var other = cited(repealing, d);
                        var begins = new BoundaryEvent(other.id(), BoundaryEvent.Event.BEGINS, 10);
                        effects.record(d.id(), List.of(on(d.id(), EffectKind.COMMENCE, null, d.id(), begins)), by);
                        var old = cited(ended, d);
                        var own = new BoundaryEvent(d.id(), BoundaryEvent.Event.BEGINS, 0);
                        effects.record(old.id(), List.of(on(old.id(), EffectKind.EXPIRE, null, d.id(), own)), by);
                    },
                    () -> commences(arrives(ended, day("2019-01-05")), day("2019-01-20"))));
            Collections.shuffle(steps, random);
            steps.forEach(Runnable::run);
            var answers = new TreeMap<String, List<StatusCode>>();
            var named = Map.of("parent", parent, "child", child, "bound", bound, "ended", ended);
            named.forEach((name, number) -> {
                var codes = new ArrayList<StatusCode>();
                for (var d :
                        List.of("2018-08-15", "2018-09-15", "2022-07-31", "2022-08-01", "2022-08-10", "2022-08-11"))
                    codes.add(status(number, day(d)));
                answers.put(name, codes);
            });
            if (first == null) {
                first = answers;
                assertThat(answers.get("child"))
                        .containsExactly(
                                StatusCode.NOT_YET,
                                StatusCode.IN_FORCE,
                                StatusCode.IN_FORCE,
                                StatusCode.EXPIRED,
                                StatusCode.EXPIRED,
                                StatusCode.EXPIRED);
                assertThat(answers.get("bound")).endsWith(StatusCode.NOT_YET, StatusCode.NOT_YET, StatusCode.IN_FORCE);
                assertThat(answers.get("ended")).endsWith(StatusCode.IN_FORCE, StatusCode.IN_FORCE, StatusCode.EXPIRED);
            }
            assertThat(answers).as("round " + round).isEqualTo(first);
            for (var number : named.values()) spansEqualTheFunction(number);
        }
    }

    private void spansEqualTheFunction(String number) {
        var d = register.withNumber(DocumentNumber.parse(number).orElseThrow()).getFirst();
        var rows = jdbc.sql(
                        "select from_date, status from validity_span where document_id = ? and place = '' order by from_date")
                .param(d.id())
                .query((row, n) -> row.getDate(1).toLocalDate() + " " + row.getString(2))
                .list();
        var runs = effects.runs(d.id()).stream()
                .map(r -> (r.from() == null ? Effects.FIRST_DAY : r.from()) + " "
                        + r.code().name())
                .toList();
        assertThat(rows).isEqualTo(runs);
    }

    @Test
    void theEndOfAParentTakesChildrenOfChildrenWithItAndGivesThemBackWhenRetracted() {
        int n = SERIAL.getAndAdd(10);
        var parent = arrives(n + "/2017/NQ-HĐND", day("2017-07-10"));
        commences(parent, day("2017-08-01"));
        var child = arrives(n + "/2017/QĐ-UBND", day("2017-09-01"));
        commences(child, day("2017-09-15"));
        var grandchild = arrives((n + 1) + "/2018/QĐ-UBND", day("2018-02-01"));
        commences(grandchild, day("2018-02-15"));
        details(child, parent);
        details(grandchild, child);
        var ending = arrives((n + 2) + "/2020/NQ-HĐND", day("2020-12-01"));
        var before = clock.instant();
        var repeal = effects.record(
                        parent.id(),
                        List.of(on(parent.id(), EffectKind.REPEAL, day("2021-01-01"), ending.id(), null)),
                        by)
                .getFirst();
        assertThat(status(grandchild.numberWritten(), day("2021-01-01"))).isEqualTo(StatusCode.EXPIRED);
        var cause = effects.validity(child.id(), clock.instant(), null)
                .on(day("2021-01-01"))
                .causes()
                .getFirst();
        var why = effects.get(cause.id());
        assertThat(why.causeLabel()).isEqualTo("khoản 4 Điều 154 Luật số 80/2015/QH13");
        assertThat(why.derivedFrom()).isEqualTo(repeal.id());
        var known = clock.instant();
        var foreseen = effects.ifRetracted(repeal.id(), by);
        assertThat(foreseen)
                .extracting(Effects.Consequence::documentId)
                .contains(parent.id(), child.id(), grandchild.id());
        assertThat(status(grandchild.numberWritten(), day("2021-01-01"))).isEqualTo(StatusCode.EXPIRED);
        effects.retract(repeal.id(), "ghi nhầm", by);
        assertThat(status(grandchild.numberWritten(), day("2021-01-01"))).isEqualTo(StatusCode.IN_FORCE);
        assertThat(at(grandchild, known)).isEqualTo(StatusCode.EXPIRED);
        assertThat(at(grandchild, before)).isEqualTo(StatusCode.IN_FORCE);
    }

    @Test
    void aTextThatDetailsSeveralEndsWithTheLastOfThemWhicheverIsEnteredFirst() {
        for (boolean laterFirst : List.of(true, false)) {
            int n = SERIAL.getAndAdd(10);
            var one = arrives(n + "/2017/NQ-HĐND", day("2017-07-10"));
            var other = arrives((n + 1) + "/2017/NQ-HĐND", day("2017-07-10"));
            commences(one, day("2017-08-01"));
            commences(other, day("2017-08-01"));
            var child = arrives(n + "/2017/QĐ-UBND", day("2017-09-01"));
            commences(child, day("2017-09-15"));
            details(child, one);
            var ending = arrives((n + 2) + "/2020/NQ-HĐND", day("2020-12-01"));
            var earlier = on(one.id(), EffectKind.REPEAL, day("2021-01-01"), ending.id(), null);
            var later = on(other.id(), EffectKind.REPEAL, day("2022-01-01"), ending.id(), null);
            if (!laterFirst) {
                effects.record(one.id(), List.of(earlier), by);
                // it is not known yet that the text details another one too
                assertThat(status(child.numberWritten(), day("2021-01-01"))).isEqualTo(StatusCode.EXPIRED);
            }
            details(child, other);
            if (laterFirst) effects.record(one.id(), List.of(earlier), by);
            assertThat(status(child.numberWritten(), day("2030-01-01"))).isEqualTo(StatusCode.IN_FORCE);
            assertThat(checks.of(child.id(), null, clock.instant()))
                    .filteredOn(w -> w.code() == EffectWarning.Code.IN_FORCE_UNDER_ENDED)
                    .singleElement()
                    .satisfies(w -> assertThat(w.message())
                            .contains(one.citedAs())
                            .contains("01/01/2021")
                            .contains("điểm c khoản 2 Điều 38"));
            var last = effects.record(other.id(), List.of(later), by).getFirst();
            assertThat(status(child.numberWritten(), day("2021-12-31"))).isEqualTo(StatusCode.IN_FORCE);
            assertThat(status(child.numberWritten(), day("2022-01-01"))).isEqualTo(StatusCode.EXPIRED);
            assertThat(checks.of(child.id(), null, clock.instant()))
                    .noneMatch(w -> w.code() == EffectWarning.Code.IN_FORCE_UNDER_ENDED);
            effects.retract(last.id(), "ghi nhầm", by);
            assertThat(status(child.numberWritten(), day("2022-01-01"))).isEqualTo(StatusCode.IN_FORCE);
        }
    }

    @Test
    void losesWithOneOfSeveralParentsThePartThatDetailsIt() {
        int n = SERIAL.getAndAdd(10);
        var one = arrives(n + "/2017/NQ-HĐND", day("2017-07-10"));
        var other = arrives((n + 1) + "/2017/NQ-HĐND", day("2017-07-10"));
        commences(one, day("2017-08-01"));
        commences(other, day("2017-08-01"));
        var child = arrives(n + "/2017/QĐ-UBND", day("2017-09-01"));
        commences(child, day("2017-09-15"));
        relations.record(
                List.of(
                        new Relations.NewRelation(
                                RelationKind.DETAILS, child.id(), "Điều 2", one.id(), null, "quy định chi tiết"),
                        new Relations.NewRelation(
                                RelationKind.DETAILS, child.id(), "Điều 3", other.id(), null, "quy định chi tiết")),
                by);
        effects.followParents(child.id(), by);
        var ending = arrives((n + 2) + "/2020/NQ-HĐND", day("2020-12-01"));
        effects.record(one.id(), List.of(on(one.id(), EffectKind.REPEAL, day("2021-01-01"), ending.id(), null)), by);
        var validity = effects.validity(child.id(), clock.instant(), null);
        assertThat(validity.on(day("2021-01-01")).code()).isEqualTo(StatusCode.PARTLY_EXPIRED);
        assertThat(validity.provisionOn("art_2", day("2021-01-01")).code()).isEqualTo(StatusCode.EXPIRED);
        assertThat(validity.provisionOn("art_3", day("2021-01-01")).code()).isEqualTo(StatusCode.IN_FORCE);
        assertThat(checks.of(child.id(), null, clock.instant()))
                .noneMatch(w -> w.code() == EffectWarning.Code.IN_FORCE_UNDER_ENDED);
    }

    private StatusCode at(LegalDocument d, Instant knownAt) {
        return effects.validity(d.id(), knownAt, null).on(day("2021-01-01")).code();
    }

    @Test
    void aDetailingTextGoesOnUnderTheFirstTextOfThe2025LawAndEndsUnderItsAmendment() {
        for (var end : List.of("2025-05-10", "2025-08-01")) {
            int n = SERIAL.getAndAdd(10);
            var parent = arrives(n + "/2020/NQ-HĐND", day("2020-07-10"));
            commences(parent, day("2020-08-01"));
            var child = arrives(n + "/2020/QĐ-UBND", day("2020-09-01"));
            commences(child, day("2020-09-15"));
            details(child, parent);
            var ending = arrives((n + 1) + "/2025/NQ-HĐND", day("2025-04-20"));
            effects.record(parent.id(), List.of(on(parent.id(), EffectKind.REPLACE, day(end), ending.id(), null)), by);
            boolean ends = end.equals("2025-08-01");
            assertThat(status(child.numberWritten(), day(end)))
                    .isEqualTo(ends ? StatusCode.EXPIRED : StatusCode.IN_FORCE);
            var causes = effects.validity(child.id(), clock.instant(), null)
                    .on(day(end))
                    .causes();
            assertThat(causes)
                    .anySatisfy(c -> assertThat(effects.get(c.id()).causeLabel())
                            .startsWith("khoản 2 Điều 57 Luật số 64/2025/QH15"));
            if (!ends) continue;
            var announcing = arrives((n + 2) + "/2025/QĐ-UBND", day("2025-07-25"));
            var goesOn = NewEffect.of(EffectKind.EXTEND, child.id())
                    .from(day("2025-08-01"))
                    .by(announcing.id(), "Điều 1")
                    .rule(RulesOfLaw.ANNOUNCED)
                    .quote("tiếp tục có hiệu lực")
                    .said();
            effects.record(child.id(), List.of(goesOn), by);
            assertThat(status(child.numberWritten(), day("2026-01-01"))).isEqualTo(StatusCode.IN_FORCE);
        }
    }

    @Test
    void twoBodiesWithOneNumberNeverTakeEachOthersEffects() {
        int n = SERIAL.getAndAdd(10);
        var number = DocumentNumber.parse(n + "/2020/QĐ-UBND").orElseThrow();
        var citing = arrives((n + 1) + "/2022/QĐ-UBND", day("2022-05-05"));
        var stub = cited(number.print(), citing);
        effects.record(stub.id(), List.of(on(stub.id(), EffectKind.REPEAL, day("2022-06-01"), citing.id(), null)), by);
        var other = register.confirm(
                new DocumentFacts(
                        number,
                        DocumentType.named("Quyết định"),
                        null,
                        "Ủy ban nhân dân tỉnh Khác",
                        IssuerLevel.PROVINCE,
                        "Của tỉnh khác",
                        day("2020-02-02"),
                        null,
                        null,
                        null,
                        null,
                        true),
                by);
        commences(other, day("2020-03-01"));
        var own = arrives(number.print(), day("2020-03-03"));
        commences(own, day("2020-03-15"));
        assertThat(own.id()).isEqualTo(stub.id());
        assertThat(effects.validity(other.id(), clock.instant(), null)
                        .on(day("2022-06-01"))
                        .code())
                .isEqualTo(StatusCode.IN_FORCE);
        assertThat(effects.validity(own.id(), clock.instant(), null)
                        .on(day("2022-06-01"))
                        .code())
                .isEqualTo(StatusCode.EXPIRED);
    }
}
