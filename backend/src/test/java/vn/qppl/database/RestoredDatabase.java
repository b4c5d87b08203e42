package vn.qppl.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A second server, filled from a backup. */
public final class RestoredDatabase implements AutoCloseable {
    private final DataFolder data;
    private final EmbeddedServer server;

    private RestoredDatabase(DataFolder data, EmbeddedServer server) {
        this.data = data;
        this.server = server;
    }

    public static RestoredDatabase of(Path backup, Path folder, Path program) {
        var data = DataFolder.take(folder);
        var server = EmbeddedServer.start(data, program.toAbsolutePath(), List.of("--innodb-buffer-pool-size=64M"));
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "restored",
                        Map.of(
                                "qppl.data", folder.toString(),
                                "spring.datasource.url", server.url(),
                                "spring.datasource.username", server.user(),
                                "spring.datasource.password", server.password(),
                                "qppl.database.binaries", server.binaries().toString())));
        Restoring.from(backup, data, environment);
        return new RestoredDatabase(data, server);
    }

    public String text(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        server.close();
        data.close();
    }
}
