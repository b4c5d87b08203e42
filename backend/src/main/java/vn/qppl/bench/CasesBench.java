package vn.qppl.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open dossiers of a province and the officers who work on them, generated: what an officer's desk, lists, board and the appraisal queue
 * take. Measured at a tenth of the dossiers and at all of them, so that what grows shows.
 */
final class CasesBench {
    private static final int USUAL = 5_000;
    private static final int OFFICERS = 200;
    private static final int AGENCIES = 18;
    private static final long FIRST_BODY = 50_000;
    private static final long JUSTICE = FIRST_BODY + AGENCIES;
    private static final long OFFICE = JUSTICE + 1;
    private static final long FIRST_OFFICER = 50_000;
    private static final Timestamp THEN = Timestamp.from(Instant.parse("2026-01-05T02:00:00Z"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Step, activity, who holds it, and how many of a hundred dossiers stand there. */
    private record Place(String code, String activity, String name, char holder, int share) {}

    private static final List<Place> PLACES = List.of(
            new Place("registration", "PROPOSE", "Đăng ký xây dựng văn bản", 'd', 10),
            new Place("drafting", "DRAFT", "Tổng kết, đánh giá thực trạng và soạn thảo", 'd', 25),
            new Place("consultation", "CONSULT", "Lấy ý kiến đối với dự thảo", 'd', 20),
            new Place("appraisal", "APPRAISE", "Thẩm định dự thảo", 'j', 25),
            new Place("revision", "REVISE", "Tiếp thu, giải trình, chỉnh lý dự thảo", 'd', 10),
            new Place("submission", "SUBMIT", "Trình Ủy ban nhân dân", 'o', 10));

    private final Main.Options options;
    private final Product product;
    private final Random random;
    private final Generated text;
    private final List<Officer> department = new ArrayList<>();
    private final List<Officer> drafters = new ArrayList<>();

    CasesBench(Main.Options options) throws IOException {
        this.options = options;
        this.product = new Product(options.data());
        this.random = new Random(options.seed());
        this.text = new Generated(options.seed());
    }

    void run() throws IOException, InterruptedException, SQLException {
        int size = options.size() == 0 ? USUAL : options.size();
        var small = new LinkedHashMap<String, Double>();
        try (var database = product.database()) {
            people(database);
            if (count(database) < size / 10) load(database, size / 10);
            if (count(database) < size / 2) {
                measure(count(database), small, Map.of());
                load(database, size);
            }
            measure(count(database), new LinkedHashMap<>(), small);
        }
    }

    private static long count(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from dossier")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Officers of the agencies, of the department and of the office, with the password of the one administrator. */
    private void people(Connection database) throws SQLException {
        for (int i = 0; i < AGENCIES + 2; i++) {
            long id = FIRST_BODY + i;
            var name = id == JUSTICE ? "Sở Tư pháp Mẫu" : id == OFFICE ? "Văn phòng Mẫu" : "Sở Mẫu " + (i + 1);
            update(
                    database,
                    "insert ignore into organisation (id, version, name, kind, level, match_key, valid_from, valid_to)"
                            + " values (?, 0, ?, 'DEPARTMENT', 'PROVINCE', ?, '1990-01-01', '9999-12-31')",
                    id,
                    name,
                    name);
        }
        for (int i = 0; i < OFFICERS; i++) {
            long unit = unit(i);
            var role = unit == JUSTICE
                    ? i % 20 == 0 ? "DEPARTMENT_LEADER" : "DEPARTMENT_OFFICER"
                    : unit == OFFICE ? "COMMITTEE_OFFICE_OFFICER" : "DRAFTING_OFFICER";
            update(
                    database,
                    "insert ignore into person (id, version, username, display_name, password_hash, role, organisation_id,"
                            + " active, must_change_password, failed_attempts, created_at) select ?, 0, ?, ?, password_hash,"
                            + " ?, ?, true, false, 0, created_at from person where username = 'admin'",
                    FIRST_OFFICER + i,
                    "do" + i,
                    "Cán bộ " + i,
                    role,
                    unit);
        }
        database.commit();
    }

    /** Every fifth officer is the department's, every tenth the office's. */
    private static long unit(int officer) {
        return officer % 5 == 0 ? JUSTICE : officer % 10 == 1 ? OFFICE : FIRST_BODY + officer % AGENCIES;
    }

    private void load(Connection database, int size) throws SQLException {
        long first = count(database) + 1;
        var today = LocalDate.now();
        long start = System.nanoTime();
        for (long id = first; id <= size; id++) {
            int officer = drafter();
            long drafting = unit(officer);
            var place = place();
            long holder = place.holder() == 'd' ? drafting : place.holder() == 'j' ? JUSTICE : OFFICE;
            var begun = today.minusDays(random.nextInt(40));
            var due = random.nextInt(4) == 0 ? LocalDate.of(9999, 12, 31) : begun.plusDays(15);
            dossier(database, id, officer, drafting, holder, place, begun, due);
            if (id % 500 == 0) database.commit();
        }
        database.commit();
        for (var table : List.of("dossier", "dossier_reader", "case_step", "task", "appraisal"))
            try (var analyse = database.createStatement()) {
                analyse.execute("analyze table " + table);
            }
        database.commit();
        Measure.of("cases.load", (size - first + 1) / ((System.nanoTime() - start) / 1e9), "dossiers/s")
                .print();
    }

    private int drafter() {
        int officer;
        do officer = random.nextInt(OFFICERS);
        while (unit(officer) == JUSTICE || unit(officer) == OFFICE);
        return officer;
    }

    private int of(long unit) {
        int officer;
        do officer = random.nextInt(OFFICERS);
        while (unit(officer) != unit);
        return officer;
    }

    private Place place() {
        int at = random.nextInt(100);
        for (var place : PLACES) {
            at -= place.share();
            if (at < 0) return place;
        }
        throw new IllegalStateException("the shares are not a hundred");
    }

    private void dossier(
            Connection database,
            long id,
            int officer,
            long drafting,
            long holder,
            Place place,
            LocalDate begun,
            LocalDate due)
            throws SQLException {
        var title = "Quyết định " + text.title();
        if (title.length() > 500) title = title.substring(0, 500);
        update(
                database,
                "insert into dossier (id, version, form, level, kind, title, purpose, registered_on, drafting_body_id,"
                        + " justice_body_id, office_id, procedure_code, procedure_number, regime, choice_why, choice_article,"
                        + " state, step_id, step_code, activity, holder_id, due_key, officer_id, created_at)"
                        + " values (?, 0, 'COMMITTEE_DECISION', 'PROVINCE', 'ORDINARY', ?, 'Thử tải', ?, ?, ?, ?,"
                        + " 'b-qd-tinh', 1, 'B2', 'Thử tải', '', 'OPEN', ?, ?, ?, ?, ?, ?, ?)",
                id,
                title,
                Date.valueOf(begun.minusDays(60)),
                drafting,
                JUSTICE,
                OFFICE,
                id * 3,
                place.code(),
                place.activity(),
                holder,
                Date.valueOf(due),
                FIRST_OFFICER + officer,
                THEN);
        step(database, id * 3 - 2, id, 0, PLACES.getFirst(), drafting, begun.minusDays(60), begun.minusDays(50));
        step(database, id * 3 - 1, id, 1, PLACES.get(1), drafting, begun.minusDays(50), begun);
        step(database, id * 3, id, 2, place, holder, begun, null);
        for (long reader : new java.util.TreeSet<>(List.of(drafting, JUSTICE, OFFICE, holder)))
            update(
                    database,
                    "insert into dossier_reader (organisation_id, dossier_id, activity, open_mark, due_key)"
                            + " values (?, ?, ?, 1, ?)",
                    reader,
                    id,
                    place.activity(),
                    Date.valueOf(due));
        boolean desk = place.activity().equals("APPRAISE");
        long assignee = FIRST_OFFICER + (holder == drafting ? officer : of(holder));
        task(database, id, "past", title, drafting, FIRST_OFFICER + officer, due, true);
        task(database, id, place.code(), title, holder, assignee, due, false);
        if (desk)
            update(
                    database,
                    "insert into appraisal (version, dossier_id, step_id, body_id, stage, received_on, officer_id)"
                            + " values (0, ?, ?, ?, 'RECEIVED', ?, ?)",
                    id,
                    id * 3,
                    JUSTICE,
                    Date.valueOf(begun),
                    assignee);
    }

    private static void step(
            Connection database,
            long id,
            long dossier,
            int position,
            Place place,
            long holder,
            LocalDate begun,
            @org.jspecify.annotations.Nullable LocalDate done)
            throws SQLException {
        update(
                database,
                "insert into case_step (id, dossier_id, position, code, name, activity, holder_id, begun_on, done_on,"
                        + " outcome, outcome_name, begun_at, done_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                dossier,
                position,
                place.code(),
                place.name(),
                place.activity(),
                holder,
                Date.valueOf(begun),
                done == null ? null : Date.valueOf(done),
                done == null ? null : "done",
                done == null ? null : "Xong",
                THEN,
                done == null ? null : THEN);
    }

    private static void task(
            Connection database,
            long dossier,
            String key,
            String title,
            long unit,
            long assignee,
            LocalDate due,
            boolean over)
            throws SQLException {
        update(
                database,
                "insert into task (version, object_type, object_id, task_key, subject, title, next_action, link, unit_id,"
                        + " assignee_id, assigned_at, waiting, due_key, safe_on, risk_on, created_at, ended_at, outcome)"
                        + " values (0, 'dossier', ?, ?, ?, ?, 'Mở hồ sơ', ?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?)",
                dossier,
                key,
                title,
                "Thử tải",
                "/ho-so/" + dossier,
                unit,
                assignee,
                THEN,
                Date.valueOf(due),
                Date.valueOf(due.minusDays(1)),
                Date.valueOf(due.minusDays(3)),
                THEN,
                over ? THEN : null,
                over ? "DONE" : null);
    }

    private static void update(Connection database, String sql, @org.jspecify.annotations.Nullable Object... values)
            throws SQLException {
        try (var update = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) update.setObject(i + 1, values[i]);
            update.executeUpdate();
        }
    }

    /** A signed-in officer: desks are a person's, not the machine's. */
    private static final class Officer {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private final String base;

        Officer(String base, String username, String password) throws IOException, InterruptedException {
            this.base = base;
            client.send(
                    HttpRequest.newBuilder(URI.create(base + "/api/session")).build(),
                    HttpResponse.BodyHandlers.discarding());
            var token = cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no token"))
                    .getValue();
            var request = HttpRequest.newBuilder(URI.create(base + "/api/session"))
                    .header("Content-Type", "application/json")
                    .header("X-XSRF-TOKEN", token)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            JSON.writeValueAsString(Map.of("username", username, "password", password))));
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IOException(username + ": " + answer.body());
        }

        byte[] get(String path) throws IOException, InterruptedException {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200)
                throw new IOException(path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            return answer.body();
        }
    }

    /** Once: signing in is limited by the minute. */
    private void signIn() throws IOException, InterruptedException {
        if (!drafters.isEmpty()) return;
        var password = Files.readString(product.data().resolve("secrets/first-administrator-password"))
                .strip();
        for (int i = 0; i < 12; i++) {
            if (unit(i) == OFFICE) continue;
            (unit(i) == JUSTICE ? department : drafters).add(new Officer(product.base(), "do" + i, password));
        }
    }

    private void measure(long size, Map<String, Double> now, Map<String, Double> before)
            throws IOException, InterruptedException {
        signIn();
        timed(now, "desk of an officer", drafters, "/api/work/mine");
        timed(now, "desk of the department's officer", department, "/api/work/mine");
        timed(now, "figures above the desk", department, "/api/work/summary");
        timed(now, "unit of the department", department, "/api/work/unit");
        timed(now, "load of the department", department, "/api/work/load");
        timed(now, "list of an agency", drafters, "/api/dossiers");
        timed(now, "list of the department", department, "/api/dossiers");
        timed(now, "overdue of the department", department, "/api/dossiers?overdue=true");
        timed(now, "board of the department", department, "/api/dossiers/board");
        timed(now, "appraisal queue", department, "/api/dossiers?activity=APPRAISE");
        timed(now, "a dossier", department, "/api/dossiers/1");
        now.put("board of the department, size", department.getFirst().get("/api/dossiers/board").length / 1024.0);
        for (var measured : now.entrySet()) {
            var unit = measured.getKey().endsWith("size") ? "kB" : "ms";
            var measure = Measure.of("cases." + size + "." + measured.getKey(), measured.getValue(), unit);
            var other = before.get(measured.getKey());
            (other == null ? measure : measure.against(other, "a tenth of the dossiers")).print();
        }
    }

    /** Four hundred answers, the officers in turn, after ten rounds that warm up. */
    private static void timed(Map<String, Double> into, String name, List<Officer> officers, String path)
            throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) for (var officer : officers) officer.get(path);
        int times = 400 / officers.size();
        var measured = new double[officers.size() * times];
        int i = 0;
        for (int round = 0; round < times; round++)
            for (var officer : officers) {
                long start = System.nanoTime();
                officer.get(path);
                measured[i++] = (System.nanoTime() - start) / 1e6;
            }
        into.put(name + ", p50", Measure.percentile(measured, 50));
        into.put(name + ", p99", Measure.percentile(measured, 99));
    }
}
