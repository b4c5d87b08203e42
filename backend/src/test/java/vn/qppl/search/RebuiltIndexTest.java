package vn.qppl.search;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.Eventually.eventually;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.qppl.ApplicationTest;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.FileTexts;
import vn.qppl.document.DocumentFacts;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.Effects;
import vn.qppl.effect.NewEffect;
import vn.qppl.index.Answer;
import vn.qppl.index.Facet;
import vn.qppl.index.Question;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.reading.EffectKind;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.text.ExtractedText;

/**
 * Generated histories of some hundred documents, indexed step by step as the queue brings them: whatever is asked of any day is answered
 * as by the database, and the same by indexes built anew.
 */
@ApplicationTest
class RebuiltIndexTest {
    private static final int DOCUMENTS = 200;
    private static final int ROUNDS = 2;
    private static final String ISSUER = "Ủy ban nhân dân tỉnh Dựng Lại";
    private static final LocalDate DAY = LocalDate.of(2019, 1, 1);
    private static final List<LocalDate> DAYS =
            List.of(DAY.minusDays(1), DAY.plusDays(20), DAY.plusDays(50), DAY.plusDays(80), DAY.plusYears(3));

    private static final String TEXT = """
            Điều 1. Phạm vi
            1. Quyết định này quy định mức hỗ trợ nuôi ong lấy mật.
            2. Mức hỗ trợ là 500.000 đồng một thùng ong.
            Điều 2. Trách nhiệm
            1. Sở Tài chính cấp kinh phí.
            2. Trạm khuyến nông tập huấn kỹ thuật nuôi ong.
            Điều 3. Hiệu lực
            Quyết định này có hiệu lực từ ngày ký.
            """;

    private static final List<String> PROVISIONS = List.of("art_1", "art_1__para_2", "art_2", "art_2__para_1", "art_3");
    private static final Map<String, String> LABELS = Map.of(
            "art_1", "Điều 1",
            "art_1__para_2", "khoản 2 Điều 1",
            "art_2", "Điều 2",
            "art_2__para_1", "khoản 1 Điều 2",
            "art_3", "Điều 3");

    @Autowired
    Searching searching;

    @Autowired
    Indexes indexes;

    @Autowired
    Register register;

    @Autowired
    Effects effects;

    @Autowired
    DocumentFiles files;

    @Autowired
    FileTexts texts;

    @Autowired
    OrganisationDirectory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final Random random = new Random(21);
    private final List<Long> ids = new ArrayList<>();
    private long by;

    @Test
    void answersAsTheDatabaseOnEveryDayAndSoDoesAnIndexBuiltAnew() throws IOException {
        by = directory.personNamed("lanhdao").orElseThrow();
        arrive();
        for (int round = 0; round < ROUNDS; round++) {
            for (var id : ids) happen(id);
            eventually(this::nothingWaits);
        }
        var before = answers();
        assertThat(before.values().stream().distinct().count())
                .as("the questions tell days and words apart")
                .isGreaterThan(10);
        agreesWithTheDatabase();

        indexes.askRebuild();
        eventually(() -> !indexes.rebuilding() && nothingWaits());
        assertThat(answers()).isEqualTo(before);
        agreesWithTheDatabase();
    }

    private void arrive() throws IOException {
        var bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        var stored = files.store(new ByteArrayInputStream(bytes), bytes.length);
        texts.keep(stored.sha256(), ExtractedText.ofPlainText(TEXT));
        for (int i = 0; i < DOCUMENTS; i++) {
            var document = register.confirm(facts(i + 1), by);
            if (i % 3 > 0) files.attach(document.id(), stored.sha256(), "quyet-dinh.txt", "ORIGINAL", by);
            if (i % 4 > 0) register.publish(document.id(), document.version(), by);
            ids.add(document.id());
            if (random.nextInt(10) > 0)
                effects.record(document.id(), List.of(Effects.commencement(document.id(), day(), "Điều 3", "từ")), by);
        }
    }

    private static DocumentFacts facts(int serial) {
        return new DocumentFacts(
                DocumentNumber.parse(serial + "/2018/QĐ-UBND").orElseThrow(),
                DocumentType.named("Quyết định"),
                null,
                ISSUER,
                IssuerLevel.PROVINCE,
                "Quy định mức hỗ trợ nuôi ong lấy mật",
                DAY.minusDays(30),
                null,
                null,
                null,
                null,
                true);
    }

    /** An effect is entered, another taken back, or the document opened or withdrawn. */
    private void happen(long id) {
        int chance = random.nextInt(10);
        if (chance == 0) {
            var standing = effects.on(id).stream()
                    .filter(e -> e.stands() && e.derivedFrom() == null)
                    .toList();
            if (!standing.isEmpty())
                effects.retract(standing.get(random.nextInt(standing.size())).id(), "ghi nhầm", by);
        } else if (chance == 1) {
            var document = register.get(id);
            if (document.open()) register.withdraw(id, document.version(), "thử");
            else register.publish(id, document.version(), by);
        } else {
            effects.record(id, List.of(effect(id)), by);
        }
    }

    private NewEffect effect(long id) {
        var kinds = EffectKind.values();
        var kind = kinds[random.nextInt(kinds.length)];
        var from = day();
        var saying = NewEffect.of(kind, id)
                .from(from)
                .until(random.nextInt(3) == 0 ? from.plusDays(1 + random.nextInt(30)) : null)
                .in(random.nextInt(8) == 0 ? "xa ong mat" : null)
                .by(id, "Điều 3")
                .quote("câu chữ");
        if (kind == EffectKind.SUBSTITUTE)
            return saying.words("nuôi ong", "nuôi dê").said();
        if (kind == EffectKind.SUPPLEMENT)
            return saying.on("art_1__para_3", "khoản 3 Điều 1")
                    .newText("3. Hỗ trợ thêm một lần " + from.getDayOfYear() + " đồng mua bánh tổ.")
                    .said();
        if (random.nextInt(3) == 0) return saying.said();
        var provision = PROVISIONS.get(random.nextInt(PROVISIONS.size()));
        saying.on(provision, LABELS.get(provision));
        return switch (kind) {
            case AMEND, REPLACE -> saying.newText(newText(provision, from)).said();
            case COMMENCE, SUPPLEMENT, SUBSTITUTE, REPEAL, RENUMBER, EXPIRE, SUSPEND, RESUME, EXTEND, CORRECT ->
                saying.said();
        };
    }

    private static String newText(String provision, LocalDate from) {
        var words = " Thùng ong được hỗ trợ " + from.getDayOfYear() + ".000 đồng mua cầu ong.";
        return provision.contains("para_")
                ? provision.substring(provision.length() - 1) + "." + words
                : LABELS.get(provision) + ". Mức mới\n1." + words;
    }

    private LocalDate day() {
        return DAY.plusDays(random.nextInt(90));
    }

    private boolean nothingWaits() {
        return jdbc.sql("select (select count(*) from index_request)"
                                + " + (select count(*) from scheduled_tasks where task_name = 'compose-wording')")
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** Every question on every day, of either index; hits by their ids, for nearly equal ones have no lasting order. */
    private Map<String, String> answers() {
        var answers = new TreeMap<String, String>();
        for (var words : List.of("", "\"nuôi ong\"", "\"nuôi dê\"", "\"mua bánh tổ\"", "\"mua cầu ong\"", "mức hỗ trợ"))
            for (var day : DAYS) {
                var question = Question.of(words)
                        .on(day)
                        .narrowedTo(Facet.ISSUER, ISSUER)
                        .in(Question.Order.NUMBER);
                answers.put(words + " on " + day + " of staff", all(question, searching::staff));
                answers.put(words + " on " + day + " of the public", all(question, searching::published));
            }
        return answers;
    }

    private static String all(Question question, Function<Question, Answer> asking) {
        var hits = new TreeMap<Long, String>();
        var page = asking.apply(question.page(Question.LARGEST_PAGE, null));
        var counted = new TreeMap<String, String>();
        page.facets()
                .forEach((facet, counts) -> counted.put(
                        facet.name(),
                        new TreeSet<>(counts.stream()
                                        .map(Answer.Count::toString)
                                        .toList())
                                .toString()));
        long total = page.total();
        while (true) {
            for (var hit : page.hits()) hits.put(hit.id(), hit.status() + " " + passages(question, hit));
            if (page.next() == null) break;
            page = asking.apply(question.page(Question.LARGEST_PAGE, page.next()));
        }
        assertThat(hits).hasSize((int) total);
        return total + " " + page.widened() + " " + counted + " " + hits;
    }

    /** The passages that have a phrase; of single words the choice among them follows from word statistics. */
    private static String passages(Question question, Answer.Hit hit) {
        if (!question.text().startsWith("\"")) return "";
        var found = new TreeSet<String>();
        for (var passage : hit.passages()) found.add(passage.address() + " " + passage.html());
        return found.toString();
    }

    private void agreesWithTheDatabase() {
        var shown = register.byId(ids).values().stream()
                .filter(LegalDocument::open)
                .map(LegalDocument::id)
                .toList();
        assertThat(shown.size()).isBetween(1, ids.size() - 1);
        for (var day : DAYS) {
            assertThat(statuses(day, searching::staff)).isEqualTo(truth(ids, day));
            assertThat(statuses(day, searching::published)).isEqualTo(truth(shown, day));
        }
    }

    private Map<Long, String> truth(List<Long> documents, LocalDate day) {
        var truth = new TreeMap<Long, String>();
        for (var id : documents)
            truth.put(
                    id,
                    effects.validity(id, clock.instant(), null).on(day).code().code());
        return truth;
    }

    private static Map<Long, String> statuses(LocalDate day, Function<Question, Answer> asking) {
        var found = new TreeMap<Long, String>();
        var question = Question.of("").on(day).narrowedTo(Facet.ISSUER, ISSUER).in(Question.Order.NUMBER);
        String after = null;
        do {
            var page = asking.apply(question.page(Question.LARGEST_PAGE, after));
            for (var hit : page.hits()) found.put(hit.id(), hit.status() == null ? "unknown" : hit.status());
            after = page.next();
        } while (after != null);
        return found;
    }
}
