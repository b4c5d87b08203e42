package vn.qppl.command;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application that runs on a data folder, asked over HTTP with the folder's token. */
final class RunningApplication {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final int port;
    private final String token;

    private RunningApplication(int port, String token) {
        this.port = port;
        this.token = token;
    }

    static RunningApplication of(Path data) throws IOException {
        var running = data.resolve("running");
        if (!Files.exists(running)) throw new Main.Refused("không có ứng dụng nào đang chạy trên " + data);
        var properties = new Properties();
        try (var in = Files.newBufferedReader(running)) {
            properties.load(in);
        }
        var token = Files.readString(data.resolve("secrets/command-token")).strip();
        return new RunningApplication(Integer.parseInt(properties.getProperty("port")), token);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofHours(2));
    }

    /** A long answer, as it comes; cut off where the application breaks off. */
    void download(String path, OutputStream out) throws IOException, InterruptedException {
        var response = client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            if (response.statusCode() / 100 != 2) throw refused(response.statusCode(), json(body.readAllBytes()));
            body.transferTo(out);
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        var body = response.body().length == 0 ? JSON.createObjectNode() : json(response.body());
        if (response.statusCode() / 100 == 2) return body;
        throw refused(response.statusCode(), body);
    }

    private static Main.Refused refused(int status, JsonNode problem) {
        var words = problem.path("title").asString("lỗi " + status) + ". "
                + problem.path("detail").asString("") + " ("
                + problem.path("type").asString("") + ")";
        return status == 503 ? new Main.Away(words) : new Main.Refused(words);
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new IOException("the answer is not JSON", e);
        }
    }
}
