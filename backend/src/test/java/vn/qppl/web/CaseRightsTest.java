package vn.qppl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.appraisal.SampleDossiersMade;
import vn.qppl.drafting.Cases;
import vn.qppl.people.Role;

/**
 * Who may what in a dossier: every endpoint of the workspace × every role, of the organisations that take part and of others × the stages of
 * a dossier. What a person may is told here by hand, so that the rules of the application are held against something else than themselves.
 * {@link EndpointsTest} walks what depends on the role alone.
 */
@ApplicationTest
class CaseRightsTest {
    /** What a right on a dossier hangs on, beside the role's permission. */
    private enum Right {
        /** Any body that takes part, from its first day in it. */
        SEE,
        /** The body that holds the step. */
        HOLD,
        /** The drafting body. */
        DRAFT,
        /** The appraising body; everybody who takes part when the report is sent. */
        SEE_APPRAISAL,
        /** The appraising body while it holds the step. */
        APPRAISE,
        /** The appraising body, whoever holds the step. */
        APPRAISER
    }

    /** @param body of a request that whoever may not is refused for nothing else; {v} is the version */
    private record Endpoint(
            String name,
            Right right,
            Permission permission,
            @Nullable String body) {
        String method() {
            return name.substring(0, name.indexOf(' '));
        }

        String path() {
            return name.substring(name.indexOf(' ') + 1);
        }
    }

    private static Endpoint read(String path, Right right) {
        return new Endpoint("GET /api/dossiers/{id}" + path, right, Permission.READ_DOSSIERS, null);
    }

    private static Endpoint act(String path, Right right, String body) {
        return new Endpoint("POST /api/dossiers/{id}" + path, right, Permission.DO_CASEWORK, body.replace('\'', '"'));
    }

    private static final List<Endpoint> OF_A_DOSSIER = List.of(
            read("", Right.SEE),
            read("/history", Right.SEE),
            read("/papers/{paper}/file", Right.SEE),
            read("/drafts/compare", Right.SEE),
            read("/appraisal", Right.SEE_APPRAISAL),
            read("/appraisal/draft", Right.SEE_APPRAISAL),
            read("/appraisal/history", Right.SEE_APPRAISAL),
            read("/appraisal/report", Right.SEE_APPRAISAL),
            read("/appraisal/report/preview", Right.SEE_APPRAISAL),
            read("/appraisal/findings", Right.SEE_APPRAISAL),
            read("/appraisal/bases", Right.SEE_APPRAISAL),
            act("/appraisal/findings/check", Right.APPRAISE, "{}"),
            act("/appraisal/findings/{finding}/decision", Right.APPRAISE, "{'version':0,'decision':'FAULT'}"),
            act("/finish", Right.HOLD, "{'version':{v},'outcome':'khong-co','on':'2026-01-02'}"),
            act("/events", Right.HOLD, "{'event':'DRAFT_POSTED','on':'2999-01-01'}"),
            act("/pause", Right.HOLD, "{'from':'2999-01-01','reason':'Chờ'}"),
            act("/resume", Right.HOLD, "{'on':'2999-01-01'}"),
            act("/extend", Right.HOLD, "{'limit':'khong-co','to':'2999-01-01','reason':'Phức tạp'}"),
            act("/sign", Right.HOLD, "multipart"),
            act("/papers", Right.HOLD, "multipart"),
            act("/drafts", Right.HOLD, "multipart"),
            act("/papers/{paper}/undo", Right.HOLD, "{'reason':'Nhầm'}"),
            new Endpoint(
                    "POST /api/dossiers/{id}/withdraw",
                    Right.DRAFT,
                    Permission.REGISTER_DOSSIERS,
                    "{\"version\":{v},\"reason\":\"Thôi\"}"),
            new Endpoint(
                    "POST /api/dossiers/{id}/merge",
                    Right.DRAFT,
                    Permission.REGISTER_DOSSIERS,
                    "{\"version\":{v},\"into\":999999999,\"reason\":\"Gộp\"}"),
            act("/appraisal/ask-for-more", Right.APPRAISE, "{'version':{a},'on':'2026-01-02','what':'Bổ sung'}"),
            act("/appraisal/complete", Right.APPRAISE, "{'version':{a},'on':'2026-01-02'}"),
            act("/appraisal/assign", Right.APPRAISE, "{'version':{a},'officer':999999999}"),
            act("/appraisal/council", Right.APPRAISE, "{'version':{a},'on':'2026-01-02','members':7,'present':7}"),
            new Endpoint(
                    "PUT /api/dossiers/{id}/appraisal/subjects/{code}",
                    Right.APPRAISE,
                    Permission.DO_CASEWORK,
                    "{\"verdict\":\"MET\",\"opinion\":\"\"}"),
            act(
                    "/appraisal/remarks",
                    Right.APPRAISE,
                    "{'draft':1,'address':'art_99','quote':'không có','kind':'OTHER','remark':'Nhận xét'}"),
            act("/appraisal/remarks/{remark}/undo", Right.APPRAISE, "{}"),
            act("/appraisal/remarks/{remark}/fate", Right.APPRAISER, "{'fate':'ACCEPTED'}"),
            act("/appraisal/opinions", Right.APPRAISE, "{'agency':'Sở Nội vụ','on':'2999-01-01'}"),
            act("/appraisal/opinions/{opinion}", Right.APPRAISE, "{'on':'2999-01-01','opinion':'Nhất trí'}"),
            act("/appraisal/conclude", Right.APPRAISE, "{'version':{a},'outcome':'ready','conclusion':'Đủ'}"),
            new Endpoint(
                    "POST /api/dossiers/{id}/appraisal/send-back",
                    Right.APPRAISE,
                    Permission.APPROVE_APPRAISALS,
                    "{\"version\":{a},\"reason\":\"Làm lại\"}"),
            new Endpoint(
                    "POST /api/dossiers/{id}/appraisal/approve",
                    Right.APPRAISE,
                    Permission.APPROVE_APPRAISALS,
                    "{\"version\":{a}}"),
            act(
                    "/appraisal/return",
                    Right.APPRAISE,
                    "{'version':{a},'outcome':'returned','on':'2026-01-02','reason':'Thiếu'}"),
            act("/appraisal/send", Right.APPRAISE, "{'version':{a},'number':'1/BC-STP','on':'2026-01-02'}"));

    /** Own list, board, registration, choice: what they show is asked below. */
    private static final Set<String> OF_NO_DOSSIER = Set.of(
            "POST /api/dossiers",
            "POST /api/dossiers/choice",
            "GET /api/dossiers",
            "GET /api/dossiers/board",
            "GET /api/appraisals",
            "GET /api/appraisals/summary");

    /** Trees where the role alone decides, not the case. */
    private static final Set<String> BY_ROLE_ALONE = Set.of(
            "calendar",
            "documents",
            // reviews and duties are acted on by the unit they are given to: the tests of their module
            "duties",
            "effect-proposals",
            "effects",
            "findings",
            "hand-wordings",
            "history",
            "home",
            "intake",
            // one's own calendar address
            "notices",
            "organisations",
            "procedures",
            "review-lists",
            "reviews",
            "search",
            "session",
            "sheets",
            "system",
            "templates",
            "users",
            // tasks are given and shown by unit: WorkTest
            "work");

    private enum Body {
        FINANCE,
        HEALTH,
        JUSTICE,
        COMMITTEE_OFFICE,
        COUNCIL_OFFICE,
        WARD_OFFICE,
        WARD_DEPARTMENT,
        OTHERS
    }

    private record Someone(String username, Role role, Body body) {}

    private static final List<Someone> PEOPLE = List.of(
            new Someone("sotaichinh", Role.DRAFTING_OFFICER, Body.FINANCE),
            new Someone("soyte", Role.DRAFTING_OFFICER, Body.HEALTH),
            new Someone("thamdinh", Role.DEPARTMENT_OFFICER, Body.JUSTICE),
            new Someone("giamdoc", Role.DEPARTMENT_LEADER, Body.JUSTICE),
            new Someone("ubndtinh", Role.COMMITTEE_OFFICE_OFFICER, Body.COMMITTEE_OFFICE),
            new Someone("hdndtinh", Role.COUNCIL_OFFICE_OFFICER, Body.COUNCIL_OFFICE),
            new Someone("tuphapphuong", Role.LOCAL_OFFICER, Body.WARD_OFFICE),
            new Someone("chanhvanphong", Role.LOCAL_LEADER, Body.WARD_OFFICE),
            new Someone("kinhtephuong", Role.LOCAL_OFFICER, Body.WARD_DEPARTMENT),
            // the same roles elsewhere
            new Someone("soanthao", Role.DRAFTING_OFFICER, Body.OTHERS),
            new Someone("chuyenvien", Role.DEPARTMENT_OFFICER, Body.OTHERS),
            new Someone("lanhdao", Role.DEPARTMENT_LEADER, Body.OTHERS),
            new Someone("vanphong", Role.COMMITTEE_OFFICE_OFFICER, Body.OTHERS),
            new Someone("admin", Role.ADMINISTRATOR, Body.OTHERS),
            new Someone("canbo", Role.OFFICIAL, Body.OTHERS),
            new Someone("thanhtra", Role.AUDITOR, Body.OTHERS));

    /**
     * A dossier of the sample.
     *
     * @param appraisal null: not begun; false: not sent; true: sent
     */
    private record Stage(
            int sample,
            Body drafting,
            Set<Body> readers,
            Body holder,
            Body justice,
            @Nullable Boolean appraisal,
            boolean atAppraisal) {}

    private static final Set<Body> UP_TO_APPRAISAL_HEALTH = Set.of(Body.HEALTH, Body.COMMITTEE_OFFICE, Body.JUSTICE);
    private static final Set<Body> UP_TO_APPRAISAL_FINANCE = Set.of(Body.FINANCE, Body.COMMITTEE_OFFICE, Body.JUSTICE);

    private static final List<Stage> STAGES = List.of(
            // being drafted
            new Stage(
                    4,
                    Body.FINANCE,
                    Set.of(Body.FINANCE, Body.COMMITTEE_OFFICE),
                    Body.FINANCE,
                    Body.JUSTICE,
                    null,
                    false),
            // a ward's, out for opinions
            new Stage(
                    5,
                    Body.WARD_DEPARTMENT,
                    Set.of(Body.WARD_DEPARTMENT, Body.WARD_OFFICE),
                    Body.WARD_DEPARTMENT,
                    Body.WARD_OFFICE,
                    null,
                    false),
            // received, and concluded but not approved
            new Stage(6, Body.HEALTH, UP_TO_APPRAISAL_HEALTH, Body.JUSTICE, Body.JUSTICE, false, true),
            new Stage(7, Body.FINANCE, UP_TO_APPRAISAL_FINANCE, Body.JUSTICE, Body.JUSTICE, false, true),
            // returned
            new Stage(9, Body.HEALTH, UP_TO_APPRAISAL_HEALTH, Body.HEALTH, Body.JUSTICE, false, false),
            // at the council's board
            new Stage(
                    10,
                    Body.HEALTH,
                    Set.of(Body.HEALTH, Body.COUNCIL_OFFICE, Body.COMMITTEE_OFFICE, Body.JUSTICE),
                    Body.COUNCIL_OFFICE,
                    Body.JUSTICE,
                    true,
                    false),
            // signed, to be published
            new Stage(11, Body.FINANCE, UP_TO_APPRAISAL_FINANCE, Body.COMMITTEE_OFFICE, Body.JUSTICE, true, false));

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void waitForTheSample() {
        SampleDossiersMade.eventually(jdbc);
    }

    @Test
    void everyEndpointIsClassified() {
        var unknown = new TreeSet<String>();
        var known = new TreeSet<>(OF_NO_DOSSIER);
        for (var endpoint : OF_A_DOSSIER) known.add(endpoint.name());
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (var path : info.getPatternValues())
                for (var method : info.getMethodsCondition().getMethods()) {
                    if (!path.startsWith("/api/") || path.startsWith("/api/public/")) continue;
                    if (!BY_ROLE_ALONE.contains(path.split("/")[2]) && !known.contains(method + " " + path))
                        unknown.add(method + " " + path);
                    var named = OF_A_DOSSIER.stream()
                            .filter(e -> e.name().equals(method + " " + path))
                            .findFirst();
                    var requires = handler.getMethodAnnotation(Requires.class);
                    if (named.isPresent() && requires != null)
                        assertThat(requires.value())
                                .as(method + " " + path)
                                .isEqualTo(named.get().permission());
                }
        });
        assertThat(unknown)
                .as("say in this test what a right on these hangs on")
                .isEmpty();
    }

    @Test
    void everybodyMayInEveryStageWhatTheyMayAndNothingElse() {
        var auditor = Browser.signedInAs("thanhtra", port);
        var versions = new LinkedHashMap<Integer, long[]>();
        for (var stage : STAGES) {
            long id = SampleDossiersMade.id(jdbc, stage.sample());
            versions.put(stage.sample(), new long[] {id, version(auditor, id, ""), version(auditor, id, "/appraisal")});
        }
        var wrong = new LinkedHashMap<String, String>();
        for (var someone : PEOPLE) {
            var browser = Browser.signedInAs(someone.username(), port);
            for (var stage : STAGES) {
                var known = Objects.requireNonNull(versions.get(stage.sample()));
                for (var endpoint : OF_A_DOSSIER) {
                    int expected = refusal(someone, stage, endpoint);
                    // what would come about is asked for in the tests of its module; here only that nothing refuses
                    if (expected == 0 && "multipart".equals(endpoint.body())) continue;
                    var answer = call(browser, endpoint, known, expected == 0);
                    boolean right = expected == 0 ? isAdmitted(answer) : answer.status() == expected;
                    if (!right)
                        wrong.put(
                                someone.username() + " · " + stage.sample() + " · " + endpoint.name(),
                                answer.status() + " instead of " + (expected == 0 ? "admitted" : expected) + " "
                                        + answer.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
        // and nothing came of it
        for (var stage : STAGES) {
            var known = Objects.requireNonNull(versions.get(stage.sample()));
            assertThat(version(auditor, known[0], ""))
                    .as("dossier " + stage.sample())
                    .isEqualTo(known[1]);
            assertThat(version(auditor, known[0], "/appraisal")).isEqualTo(known[2]);
        }
    }

    private static long version(Browser browser, long id, String desk) {
        return browser.get("/api/dossiers/" + id + desk).json().path("version").asLong(-7);
    }

    /** 0 for one who may. */
    private static int refusal(Someone someone, Stage stage, Endpoint endpoint) {
        if (!someone.role().permissions().contains(endpoint.permission())) return 403;
        boolean readsAll = someone.role() == Role.AUDITOR;
        if (!readsAll && !stage.readers().contains(someone.body())) return 404;
        boolean appraises = someone.body() == stage.justice();
        boolean seesAppraisal =
                stage.appraisal() != null && (appraises || readsAll || Boolean.TRUE.equals(stage.appraisal()));
        return switch (endpoint.right()) {
            case SEE -> 0;
            case HOLD -> someone.body() == stage.holder() ? 0 : 403;
            case DRAFT ->
                someone.body() == stage.drafting() && stage.sample() != 11 ? 0 : stage.sample() == 11 ? 409 : 403;
            case SEE_APPRAISAL -> seesAppraisal ? 0 : 404;
            case APPRAISE ->
                !seesAppraisal
                        ? 404
                        : appraises && stage.atAppraisal() ? 0 : endpoint.path().endsWith("/send") ? 409 : 403;
            case APPRAISER -> !seesAppraisal ? 404 : appraises ? 0 : 403;
        };
    }

    /** Whatever else is wrong with the request, it is not who sends it. */
    private static boolean isAdmitted(Browser.Answer answer) {
        if (answer.status() >= 500 || answer.status() == 401 || answer.status() == 403) return false;
        var type = answer.status() == 404 ? answer.json().path("type").asString() : "";
        return !type.endsWith("no-such-dossier") && !type.endsWith("no-such-appraisal");
    }

    /** @param known id, version of the dossier, of its appraisal; one who may is given a stale version, so that nothing comes of it */
    private static Browser.Answer call(Browser browser, Endpoint endpoint, long[] known, boolean may) {
        var path = endpoint.path().replace("{id}", Long.toString(known[0])).replaceAll("\\{[^}]*}", "999999999");
        if (endpoint.method().equals("GET"))
            return browser.get(path.endsWith("compare") ? path + "?from=98&to=99" : path);
        var body = Objects.requireNonNull(endpoint.body());
        if (body.equals("multipart")) {
            var query = endpoint.path().endsWith("sign")
                    ? "?version=" + known[1] + "&number=99%2F2026%2FQ%C4%90-UBND&on=2026-01-02"
                    : endpoint.path().endsWith("papers") ? "?name=Thu&direction=OUT&datedOn=2026-01-02" : "";
            return Cases.upload(browser, path + query, "thu.txt", "thử".getBytes(StandardCharsets.UTF_8));
        }
        var json = body.replace("{v}", may ? "-1" : Long.toString(known[1]))
                .replace("{a}", may ? "-1" : Long.toString(known[2]));
        return browser.send(browser.csrf(browser.request(path))
                .header("Content-Type", "application/json")
                .method(endpoint.method(), java.net.http.HttpRequest.BodyPublishers.ofString(json)));
    }

    @Test
    void listsAndBoardShowOnlyWhatOneTakesPartIn() {
        for (var someone : PEOPLE) {
            if (!someone.role().permissions().contains(Permission.READ_DOSSIERS)) continue;
            var browser = Browser.signedInAs(someone.username(), port);
            for (var stage : STAGES) {
                var title = SampleDossiersMade.title(stage.sample());
                var list = browser.get("/api/dossiers?size=100&q=" + Cases.encoded(title));
                boolean sees = someone.role() == Role.AUDITOR || stage.readers().contains(someone.body());
                assertThat(list.text().contains(title))
                        .as(someone.username() + " " + title)
                        .isEqualTo(sees);
                boolean appraises = someone.role() == Role.AUDITOR || someone.body() == stage.justice();
                assertThat(browser.get("/api/appraisals?whose=ALL&size=100&q=" + Cases.encoded(title))
                                .text()
                                .contains(title))
                        .as("desk of " + someone.username() + " " + title)
                        .isEqualTo(appraises && stage.atAppraisal());
                if (!sees) assertThat(browser.get("/api/dossiers/board").text()).doesNotContain(title);
            }
        }
    }

    /** A draft and one just signed; the answers are asked for what they are about, the page repeats the question in its field. */
    @Test
    void thePublicSeesNoDraft() {
        var anybody = new Browser(port);
        for (int sample : new int[] {4, 11}) {
            var title = SampleDossiersMade.title(sample);
            var q = Cases.encoded(title);
            var found = anybody.get("/api/public/search?q=" + q);
            assertThat(found.status()).as(found.text()).isEqualTo(200);
            assertThat(found.json().has("hits")).isTrue();
            assertThat(found.json().path("hits").toString()).doesNotContain(title);
            assertThat(anybody.get("/tim-kiem?q=" + q).text()).doesNotContain(">" + title + "</a>");
            long id = SampleDossiersMade.id(jdbc, sample);
            assertThat(anybody.get("/api/dossiers/" + id).status()).isEqualTo(401);
        }
    }
}
