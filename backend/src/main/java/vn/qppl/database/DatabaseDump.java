package vn.qppl.database;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
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
        run(environment, List.of("mariadb-dump", "mysqldump"), command, null, out);
    }

    /** Into an empty database: a dump drops the tables it brings, and those of somebody's register must not be lost so. */
    static void read(Environment environment, InputStream sql) throws IOException {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password"));
                var statement = connection.createStatement();
                var tables = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_schema = database()")) {
            if (tables.next() && tables.getInt(1) > 0) throw new IOException("the database is not empty");
        } catch (SQLException e) {
            throw new IOException("the database does not answer", e);
        }
        run(environment, List.of("mariadb", "mysql"), List.of(), sql, OutputStream.nullOutputStream());
    }

    /** The server's client programs are nowhere on this machine. */
    public static final class NoProgram extends IOException {
        private static final long serialVersionUID = 1L;

        NoProgram(List<String> names) {
            super("none of " + names + " is on the path");
        }
    }

    /** Those beside our own server; for a server elsewhere those of this machine, else those that our own server brought. */
    private static Path program(Environment environment, List<String> names) throws NoProgram {
        var folders = new ArrayList<String>();
        var ours = environment.getProperty("qppl.database.binaries", "");
        if (!ours.isBlank()) folders.add(ours);
        folders.addAll(List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)));
        var bundled = environment.getProperty("qppl.database.program", "");
        if (!bundled.isBlank()) folders.add(bundled + "/bin");
        for (var folder : folders) {
            for (var name : names) {
                var program = Path.of(folder.isEmpty() ? "." : folder, name);
                if (!folder.isEmpty() && Files.isExecutable(program)) return program;
            }
        }
        throw new NoProgram(names);
    }

    private static void run(
            Environment environment,
            List<String> names,
            List<String> options,
            @org.jspecify.annotations.Nullable InputStream in,
            OutputStream out)
            throws IOException {
        var program = program(environment, names);
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
            var command = new ArrayList<String>();
            command.add(program.toString());
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
