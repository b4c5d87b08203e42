package vn.qppl.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The database as SQL, written and read with the server's own client programs. Passwords go by a file of mode 600, not by arguments. */
@Component
public class DatabaseDump {
    /** Name of the dump inside a backup. */
    public static final String ENTRY = "database.sql";

    private final Environment environment;

    DatabaseDump(Environment environment) {
        this.environment = environment;
    }

    /** One consistent moment, without holding anyone up. */
    public void write(OutputStream out) throws IOException {
        var command = List.of(
                "--single-transaction", "--skip-lock-tables", "--hex-blob", "--no-tablespaces", "--skip-comments");
        run(environment, "mariadb-dump", command, null, out);
    }

    /** Into an empty database. */
    static void read(Environment environment, InputStream sql) throws IOException {
        run(environment, "mariadb", List.of(), sql, OutputStream.nullOutputStream());
    }

    private static void run(
            Environment environment,
            String program,
            List<String> options,
            @org.jspecify.annotations.Nullable InputStream in,
            OutputStream out)
            throws IOException {
        var url = environment.getRequiredProperty("spring.datasource.url");
        var address = java.net.URI.create(url.substring("jdbc:".length()));
        var data = Path.of(environment.getRequiredProperty("qppl.data"));
        var secrets =
                data.resolve("secrets/client-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".cnf");
        var errors = Files.createTempFile("qppl", ".log");
        try {
            DataFolder.writePrivately(
                    secrets,
                    "[client]%nuser=%s%npassword=\"%s\"%nhost=%s%nport=%d%nprotocol=tcp%ndefault-character-set=utf8mb4%n"
                            .formatted(
                                    environment.getRequiredProperty("spring.datasource.username"),
                                    environment
                                            .getRequiredProperty("spring.datasource.password")
                                            .replace("\\", "\\\\")
                                            .replace("\"", "\\\""),
                                    address.getHost(),
                                    address.getPort() < 0 ? 3306 : address.getPort()));
            var command = new java.util.ArrayList<String>();
            command.add(Path.of(environment.getProperty("qppl.database.binaries", "/usr/bin"), program)
                    .toString());
            command.add("--defaults-file=" + secrets);
            command.addAll(options);
            command.add(address.getPath().substring(1));
            var process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            var feeder = feed(process, in);
            try (var output = process.getInputStream()) {
                output.transferTo(out);
            }
            feeder.join();
            int status = process.waitFor();
            if (status != 0) throw new IOException(program + " ended with " + status + ": " + Files.readString(errors));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(secrets);
            Files.deleteIfExists(errors);
        }
    }

    private static Thread feed(Process process, @org.jspecify.annotations.Nullable InputStream in) {
        return Thread.ofPlatform().daemon().start(() -> {
            try (var input = process.getOutputStream()) {
                if (in != null) in.transferTo(input);
            } catch (IOException e) {
                // the program ended early and says why itself
                org.slf4j.LoggerFactory.getLogger(DatabaseDump.class).debug("not all was read", e);
            }
        });
    }
}
