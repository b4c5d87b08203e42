package vn.qppl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Empties what an earlier run left in the data folder, but for the server itself: laying that again would cost ten seconds a run. */
class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Set<String> KEPT = Set.of("mysql", "lock", "secrets");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password"));
                var statement = connection.createStatement();
                var entries = Files.list(Path.of(environment.getRequiredProperty("qppl.data")))) {
            statement.execute("drop database qppl");
            statement.execute("create database qppl character set utf8mb4 collate utf8mb4_bin");
            for (var entry : entries.toList())
                if (!KEPT.contains(entry.getFileName().toString())) FileSystemUtils.deleteRecursively(entry);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
