package vn.qppl.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.qppl.reading.EffectKind;
import vn.qppl.structure.StructureReader;

class ValidityTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final List<String> PROVISIONS =
            List.of("art_1", "art_1__para_1", "art_1__para_2", "chp_II", "art_2", "art_2__para_1", "art_2a", "art_3");

    private static final Outline CHAPTERS = Outline.of(StructureReader.read("""
            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Phạm vi
            1. Quyết định này quy định mức hỗ trợ.
            2. Mức hỗ trợ là 500.000 đồng.
            Chương II
            TỔ CHỨC THỰC HIỆN
            Điều 2. Trách nhiệm
            1. Sở Tài chính cấp kinh phí.
            2. Sở Y tế thực hiện.
            Điều 3. Hiệu lực
            Quyết định này có hiệu lực từ ngày 01 tháng 01 năm 2020.
            """));

    @Test
    void followsTheWorkedExampleOfTheStandards() {
        var effects = List.of(
                effect(1, EffectKind.COMMENCE, null, LocalDate.of(2023, 5, 25)),
                effect(2, EffectKind.AMEND, "art_3__para_2", LocalDate.of(2025, 3, 1)),
                effect(3, EffectKind.REPEAL, null, LocalDate.of(2026, 7, 1)));
        var validity = Validity.of(effects, NOW, null);
        assertThat(validity.on(LocalDate.of(2023, 5, 24)).code()).isEqualTo(StatusCode.NOT_YET);
        assertThat(validity.on(LocalDate.of(2023, 5, 25)).code()).isEqualTo(StatusCode.IN_FORCE);
        assertThat(validity.on(LocalDate.of(2025, 2, 28)).code()).isEqualTo(StatusCode.IN_FORCE);
        assertThat(validity.on(LocalDate.of(2025, 3, 1)).code()).isEqualTo(StatusCode.PARTLY_EXPIRED);
        assertThat(validity.on(LocalDate.of(2026, 6, 30)).code()).isEqualTo(StatusCode.PARTLY_EXPIRED);
        assertThat(validity.on(LocalDate.of(2026, 7, 1)).code()).isEqualTo(StatusCode.EXPIRED);
        assertThat(validity.on(LocalDate.of(2026, 7, 1)).causes())
                .extracting(EffectFact::id)
                .containsExactly(3L);
    }

    @Test
    void endsAnExtendedTermOnlyWhenTheExtensionEnds() {
        var effects = List.of(
                effect(1, EffectKind.COMMENCE, null, DAY),
                effect(2, EffectKind.EXPIRE, null, DAY.plusYears(5)),
                new EffectFact(
                        3,
                        EffectKind.EXTEND,
                        null,
                        null,
                        DAY.plusYears(4),
                        DAY.plusYears(6),
                        NOW.minusSeconds(9),
                        null));
        var validity = Validity.of(effects, NOW, null);
        assertThat(validity.on(DAY.plusYears(5)).code()).isEqualTo(StatusCode.IN_FORCE);
        assertThat(validity.on(DAY.plusYears(6)).code()).isEqualTo(StatusCode.EXPIRED);
    }

    @Test
    void returnsToForceWhenASuspensionIsLifted() {
        var effects = List.of(
                effect(1, EffectKind.COMMENCE, null, DAY),
                effect(2, EffectKind.SUSPEND, null, DAY.plusDays(10)),
                effect(3, EffectKind.RESUME, null, DAY.plusDays(20)));
        var validity = Validity.of(effects, NOW, null);
        assertThat(validity.on(DAY.plusDays(10)).code()).isEqualTo(StatusCode.SUSPENDED);
        assertThat(validity.on(DAY.plusDays(19)).code()).isEqualTo(StatusCode.SUSPENDED);
        assertThat(validity.on(DAY.plusDays(20)).code()).isEqualTo(StatusCode.IN_FORCE);
    }

    @Test
    void endsInOneTerritoryOnly() {
        var end = new EffectFact(2, EffectKind.EXPIRE, null, "23281", DAY.plusDays(5), null, NOW.minusSeconds(1), null);
        var effects = List.of(effect(1, EffectKind.COMMENCE, null, DAY), end);
        var day = DAY.plusDays(6);
        assertThat(Validity.of(effects, NOW, "23281"::equals).on(day).code()).isEqualTo(StatusCode.EXPIRED);
        assertThat(Validity.of(effects, NOW, "23284"::equals).on(day).code()).isEqualTo(StatusCode.IN_FORCE);
        assertThat(Validity.of(effects, NOW, null).on(day).code()).isEqualTo(StatusCode.PARTLY_EXPIRED);
    }

    @Test
    void givesExactlyOneStatusADayWhateverTheHistory() {
        var random = new Random(11);
        for (int round = 0; round < 3000; round++) {
            var validity = Validity.of(history(random), NOW, null, CHAPTERS);
            LocalDate before = null;
            for (var run : validity.runs()) {
                assertThat(run.from()).isEqualTo(before);
                if (run.from() != null && run.until() != null)
                    assertThat(run.until()).isAfter(run.from());
                before = run.until();
            }
            assertThat(before).isNull();
        }
    }

    @Test
    void doesNotDependOnTheOrderOfEntry() {
        var random = new Random(12);
        for (int round = 0; round < 3000; round++) {
            var effects = history(random);
            var shuffled = new ArrayList<>(effects);
            Collections.shuffle(shuffled, random);
            var day = DAY.plusDays(random.nextInt(100));
            var one = Validity.of(effects, NOW, null, CHAPTERS);
            var other = Validity.of(shuffled, NOW, null, CHAPTERS);
            assertThat(other.on(day)).isEqualTo(one.on(day));
            for (var provision : PROVISIONS)
                assertThat(other.provisionOn(provision, day)).isEqualTo(one.provisionOn(provision, day));
        }
    }

    @Test
    void hasNoProvisionInForceInADocumentThatIsNot() {
        var random = new Random(13);
        for (int round = 0; round < 3000; round++) {
            var validity = Validity.of(history(random), NOW, null, CHAPTERS);
            var day = DAY.plusDays(random.nextInt(100));
            if (validity.on(day).code().binds()) continue;
            for (var provision : PROVISIONS) {
                assertThat(validity.provisionOn(provision, day).code().binds()).isFalse();
            }
        }
    }

    /** One effect of a history is first entered wrongly, then taken back and entered as it should have been. */
    @Test
    void retractedAndEnteredAgainEqualsNeverWrongForLaterKnowledge() {
        var random = new Random(14);
        var corrected = NOW.plusSeconds(100);
        int told = 0;
        for (int round = 0; round < 3000; round++) {
            var right = history(random);
            if (right.isEmpty()) continue;
            int at = random.nextInt(right.size());
            var meant = right.get(at);
            var wrong = mistaken(meant, random);
            var before = new ArrayList<>(right);
            before.set(at, wrong);
            var entered = new ArrayList<>(right);
            entered.set(at, since(corrected, meant));
            entered.add(retracted(wrong, corrected));
            var never = Validity.of(right, NOW, null, CHAPTERS);
            var later = Validity.of(entered, corrected.plusSeconds(100), null, CHAPTERS);
            var old = Validity.of(before, NOW, null, CHAPTERS);
            var earlier = Validity.of(entered, NOW, null, CHAPTERS);
            for (int ask = 0; ask < 5; ask++) {
                var day = DAY.plusDays(random.nextInt(100));
                assertThat(said(later.on(day))).isEqualTo(said(never.on(day)));
                assertThat(said(earlier.on(day))).isEqualTo(said(old.on(day)));
                if (old.on(day).code() != never.on(day).code()) told++;
                for (var provision : PROVISIONS) {
                    assertThat(said(later.provisionOn(provision, day)))
                            .isEqualTo(said(never.provisionOn(provision, day)));
                    assertThat(said(earlier.provisionOn(provision, day)))
                            .isEqualTo(said(old.provisionOn(provision, day)));
                }
            }
        }
        assertThat(told).as("mistakes that changed an answer").isGreaterThan(300);
    }

    /** Another day, target or kind than was meant; the same number, so that only what is known tells them apart. */
    private static EffectFact mistaken(EffectFact meant, Random random) {
        var from = java.util.Objects.requireNonNull(meant.from());
        return switch (random.nextInt(3)) {
            case 0 -> fact(meant, EffectKind.REPEAL, null, from);
            case 1 -> fact(meant, meant.kind(), meant.provision(), DAY.plusDays(random.nextInt(100)));
            default -> fact(meant, meant.kind(), PROVISIONS.get(random.nextInt(PROVISIONS.size())), from);
        };
    }

    private static EffectFact fact(EffectFact of, EffectKind kind, @Nullable String provision, LocalDate from) {
        return new EffectFact(
                of.id(), kind, provision, of.territory(), from, null, of.confirmedAt(), null, of.byParent());
    }

    private static EffectFact since(Instant confirmedAt, EffectFact of) {
        return new EffectFact(
                of.id(),
                of.kind(),
                of.provision(),
                of.territory(),
                of.from(),
                of.until(),
                confirmedAt,
                null,
                of.byParent());
    }

    private static EffectFact retracted(EffectFact of, Instant at) {
        return new EffectFact(
                of.id(),
                of.kind(),
                of.provision(),
                of.territory(),
                of.from(),
                of.until(),
                of.confirmedAt(),
                at,
                of.byParent());
    }

    /** What is answered, the causes by their numbers. */
    private static String said(Validity.Status status) {
        return status.code() + " " + status.since() + " " + status.until() + " "
                + status.causes().stream().map(EffectFact::id).toList();
    }

    @Test
    void knowsEachDayOnlyWhatWasConfirmedByThen() {
        var random = new Random(15);
        for (int round = 0; round < 2000; round++) {
            var all = history(random);
            var at = NOW.minusSeconds(random.nextInt(60));
            var then = all.stream().filter(e -> e.knownAt(at)).toList();
            var day = DAY.plusDays(random.nextInt(100));
            assertThat(Validity.of(all, at, null).on(day))
                    .isEqualTo(Validity.of(then, NOW, null).on(day));
        }
    }

    @Test
    void anEndByTheParentSaysNothingOfATextThatIsAnnouncedToGoOn() {
        var begins = effect(1, EffectKind.COMMENCE, null, DAY);
        var parentEnds = byParent(2, EffectKind.EXPIRE, null, DAY.plusDays(50));
        var goesOn = byParent(3, EffectKind.EXTEND, null, DAY.plusDays(50));
        assertThat(Validity.of(List.of(begins, parentEnds), NOW, null)
                        .on(DAY.plusDays(50))
                        .code())
                .isEqualTo(StatusCode.EXPIRED);
        var kept = Validity.of(List.of(begins, parentEnds, goesOn), NOW, null).on(DAY.plusDays(50));
        assertThat(kept.code()).isEqualTo(StatusCode.IN_FORCE);
        assertThat(kept.causes()).contains(goesOn);
        // its own term ends it all the same
        var term = effect(4, EffectKind.EXPIRE, null, DAY.plusDays(80));
        assertThat(Validity.of(List.of(begins, parentEnds, goesOn, term), NOW, null)
                        .on(DAY.plusDays(80))
                        .code())
                .isEqualTo(StatusCode.EXPIRED);
    }

    @Test
    void keepsOfADetailingTextOnlyWhatIsAnnouncedToGoOn() {
        var effects = List.of(
                effect(1, EffectKind.COMMENCE, null, DAY),
                byParent(2, EffectKind.EXPIRE, null, DAY.plusDays(50)),
                byParent(3, EffectKind.EXTEND, "art_2", DAY.plusDays(50)));
        var validity = Validity.of(effects, NOW, null);
        var day = DAY.plusDays(51);
        assertThat(validity.on(day).code()).isEqualTo(StatusCode.PARTLY_EXPIRED);
        assertThat(validity.provisionOn("art_1", day).code()).isEqualTo(StatusCode.EXPIRED);
        assertThat(validity.provisionOn("art_2__para_1", day).code()).isEqualTo(StatusCode.IN_FORCE);
        assertThat(validity.provisionOn("art_1", DAY.plusDays(49)).code()).isEqualTo(StatusCode.IN_FORCE);
    }

    @Test
    void namesWhyADocumentIsInForceAgainAfterASuspension() {
        var resume = effect(3, EffectKind.RESUME, null, DAY.plusDays(20));
        var effects = List.of(
                effect(1, EffectKind.COMMENCE, null, DAY),
                effect(2, EffectKind.SUSPEND, null, DAY.plusDays(10)),
                resume);
        assertThat(Validity.of(effects, NOW, null).on(DAY.plusDays(30)).causes())
                .contains(resume);
        var ofAPart = effect(5, EffectKind.RESUME, "art_2", DAY.plusDays(20));
        var parts = List.of(
                effect(1, EffectKind.COMMENCE, null, DAY),
                effect(4, EffectKind.SUSPEND, "art_2", DAY.plusDays(10)),
                ofAPart);
        assertThat(Validity.of(parts, NOW, null).on(DAY.plusDays(19)).code()).isEqualTo(StatusCode.PARTLY_SUSPENDED);
        assertThat(Validity.of(parts, NOW, null).on(DAY.plusDays(20)).code()).isEqualTo(StatusCode.IN_FORCE);
        assertThat(Validity.of(parts, NOW, null).on(DAY.plusDays(20)).causes()).contains(ofAPart);
    }

    @Test
    void repealingAChapterReachesItsArticlesAndThoseAddedToItLater() {
        var effects = List.of(
                effect(1, EffectKind.COMMENCE, null, DAY),
                effect(2, EffectKind.SUPPLEMENT, "art_2a", DAY.plusDays(5)),
                effect(3, EffectKind.REPEAL, "chp_II", DAY.plusDays(10)));
        var validity = Validity.of(effects, NOW, null, CHAPTERS);
        var before = DAY.plusDays(9);
        var after = DAY.plusDays(10);
        for (var inside : List.of("chp_II", "art_2", "art_2__para_1", "art_2a", "art_3")) {
            assertThat(validity.provisionOn(inside, before).code()).as(inside).isEqualTo(StatusCode.IN_FORCE);
            assertThat(validity.provisionOn(inside, after).code()).as(inside).isEqualTo(StatusCode.EXPIRED);
        }
        assertThat(validity.provisionOn("art_1", after).code()).isEqualTo(StatusCode.IN_FORCE);
        assertThat(validity.on(after).code()).isEqualTo(StatusCode.PARTLY_EXPIRED);
        assertThat(validity.provisionOn("art_3", after).causes())
                .extracting(EffectFact::id)
                .containsExactly(3L);
    }

    @Test
    void isOverWhenItsLastPartIs() {
        var effects = new ArrayList<>(List.of(
                effect(1, EffectKind.COMMENCE, null, DAY),
                effect(2, EffectKind.REPEAL, "chp_II", DAY.plusDays(10)),
                effect(3, EffectKind.REPEAL, "art_1__para_1", DAY.plusDays(20)),
                effect(4, EffectKind.EXPIRE, "art_1__para_2", DAY.plusDays(30))));
        var validity = Validity.of(effects, NOW, null, CHAPTERS);
        assertThat(validity.on(DAY.plusDays(29)).code()).isEqualTo(StatusCode.PARTLY_EXPIRED);
        assertThat(validity.provisionOn("art_1", DAY.plusDays(29)).code()).isEqualTo(StatusCode.PARTLY_EXPIRED);
        assertThat(validity.provisionOn("art_1", DAY.plusDays(30)).code()).isEqualTo(StatusCode.EXPIRED);
        var last = validity.on(DAY.plusDays(30));
        assertThat(last.code()).isEqualTo(StatusCode.EXPIRED);
        assertThat(last.causes().getFirst().id()).isEqualTo(4);
        // what was added meanwhile is still there
        effects.add(effect(5, EffectKind.SUPPLEMENT, "art_1__para_3", DAY.plusDays(25)));
        assertThat(Validity.of(effects, NOW, null, CHAPTERS)
                        .on(DAY.plusDays(30))
                        .code())
                .isEqualTo(StatusCode.PARTLY_EXPIRED);
    }

    @Test
    void anEndInOnePlaceLeavesTheProvisionToTheOthers() {
        var end = new EffectFact(
                2, EffectKind.REPEAL, "art_1", "23281", DAY.plusDays(5), null, NOW.minusSeconds(1), null);
        var effects = List.of(effect(1, EffectKind.COMMENCE, null, DAY), end);
        var day = DAY.plusDays(6);
        assertThat(Validity.of(effects, NOW, null).provisionOn("art_1", day).code())
                .isEqualTo(StatusCode.PARTLY_EXPIRED);
        assertThat(Validity.of(effects, NOW, "23281"::equals)
                        .provisionOn("art_1", day)
                        .code())
                .isEqualTo(StatusCode.EXPIRED);
        assertThat(Validity.of(effects, NOW, "23284"::equals)
                        .provisionOn("art_1", day)
                        .code())
                .isEqualTo(StatusCode.IN_FORCE);
    }

    /** Divisions, articles, clauses and points; what is asked of one must not depend on what was asked before. */
    @Test
    void answersForEachProvisionAloneAsForAllOfThem() {
        var random = new Random(16);
        for (int round = 0; round < 2000; round++) {
            var effects = history(random);
            var all = Validity.of(effects, NOW, null, CHAPTERS);
            var day = DAY.plusDays(random.nextInt(100));
            for (var provision : PROVISIONS)
                assertThat(all.provisionOn(provision, day))
                        .isEqualTo(Validity.of(effects, NOW, null, CHAPTERS).provisionOn(provision, day));
        }
    }

    private static EffectFact byParent(long id, EffectKind kind, @Nullable String provision, LocalDate from) {
        return new EffectFact(id, kind, provision, null, from, null, NOW.minusSeconds(60), null, true);
    }

    private static List<EffectFact> history(Random random) {
        var effects = new ArrayList<EffectFact>();
        int count = random.nextInt(9);
        var kinds = EffectKind.values();
        for (int i = 0; i < count; i++) {
            var from = DAY.plusDays(random.nextInt(90));
            var until = random.nextInt(3) == 0 ? from.plusDays(1 + random.nextInt(30)) : null;
            var provision = random.nextBoolean() ? null : PROVISIONS.get(random.nextInt(PROVISIONS.size()));
            var kind = i == 0 ? EffectKind.COMMENCE : kinds[random.nextInt(kinds.length)];
            var territory = i > 0 && random.nextInt(6) == 0 ? "23281" : null;
            boolean byParent =
                    i > 0 && (kind == EffectKind.EXPIRE || kind == EffectKind.EXTEND) && random.nextInt(3) == 0;
            effects.add(new EffectFact(
                    i + 1,
                    kind,
                    i == 0 ? null : provision,
                    territory,
                    from,
                    until,
                    NOW.minusSeconds(50 - i),
                    null,
                    byParent));
        }
        return effects;
    }

    private static EffectFact effect(long id, EffectKind kind, @Nullable String provision, LocalDate from) {
        return new EffectFact(id, kind, provision, null, from, null, NOW.minusSeconds(60), null);
    }
}
