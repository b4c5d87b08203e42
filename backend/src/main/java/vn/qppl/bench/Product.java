package vn.qppl.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running application of a data folder, over HTTP; and its database, for loading what is generated. */
final class Product {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Path data;
    private final Properties running = new Properties();
    private final String token;

    Product(Path data) throws IOException {
        this.data = data;
        try (var in = Files.newBufferedReader(data.resolve("running"))) {
            running.load(in);
        }
        token = Files.readString(data.resolve("secrets/command-token")).strip();
    }

    Path data() {
        return data;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The answer's body; an answer that is no success ends the measuring. */
    byte[] bytes(String path) throws IOException, InterruptedException {
        return body(request(path).GET());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(bytes(path));
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        var answer = body(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        return answer.length == 0 ? JSON.createObjectNode() : JSON.readTree(answer);
    }

    String base() {
        return "http://127.0.0.1:" + running.getProperty("port");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base() + path)).timeout(Duration.ofHours(1));
        // the public has no token
        return path.startsWith("/api/public") || !path.startsWith("/api/")
                ? request
                : request.header("Authorization", "Bearer " + token);
    }

    private byte[] body(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2)
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        return answer.body();
    }

    /** Milliseconds until the whole answer is here. */
    double milliseconds(String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        if (bytes(path).length == 0) throw new IOException(path + ": empty");
        return (System.nanoTime() - start) / 1e6;
    }

    Connection database() throws IOException, SQLException {
        var url = running.getProperty("database");
        if (url == null) throw new IOException("the running application does not say where its database is");
        var password = Files.readString(data.resolve("secrets/database")).strip();
        var connection = DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + "rewriteBatchedStatements=true", "qppl", password);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Waits until both indexes have everything that was changed. */
    void awaitIndexed() throws IOException, InterruptedException {
        while (true) {
            var indexes = get("/api/system/health").path("indexes");
            long waiting = 0;
            boolean building = indexes.isEmpty();
            for (var index : indexes) {
                waiting += index.path("waiting").asLong();
                building |= "BUILDING".equals(index.path("state").asString());
            }
            if (waiting == 0 && !building) return;
            Thread.sleep(200);
        }
    }

    /** Waits until the product's process works no more than a tenth of the time; at most a minute. */
    void awaitRest() throws IOException, InterruptedException {
        var process = ProcessHandle.of(Long.parseLong(running.getProperty("pid")))
                .orElseThrow(() -> new IOException("the product does not run"));
        var before = worked(process);
        for (int second = 0; second < 60; second++) {
            Thread.sleep(1000);
            var now = worked(process);
            if (now.minus(before).toMillis() < 100) return;
            before = now;
        }
    }

    private static Duration worked(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Waits until no task of that name is left in the queue, where repeated ones always wait for their hour. */
    void awaitNo(String task) throws IOException, InterruptedException {
        while (true) {
            var first = get("/api/system/queue?size=1&after=" + encoded(task + "/"))
                    .path("items")
                    .path(0);
            if (!first.path("task").asString("").equals(task)) return;
            Thread.sleep(500);
        }
    }

    /** @return seconds it took to build both indexes anew */
    double rebuildIndex() throws IOException, InterruptedException {
        long start = System.nanoTime();
        post("/api/system/rebuild-index", Map.of());
        awaitIndexed();
        return (System.nanoTime() - start) / 1e9;
    }
}
