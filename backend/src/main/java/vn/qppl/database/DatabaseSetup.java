package vn.qppl.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Takes the data folder, starts or finds the database, and tells Spring how to reach it. Everything is let go when Spring has ended. */
public final class DatabaseSetup implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var data = DataFolder.take(Path.of(environment.getRequiredProperty("qppl.data")));
        context.getBeanFactory().registerSingleton("dataFolder", data);

        var external = environment.getProperty("qppl.db", "");
        Map<String, Object> properties;
        if (external.isBlank()) {
            var server = embedded(environment, data);
            SpringApplication.getShutdownHandlers().add(() -> {
                server.close();
                data.close();
            });
            properties = connection(server.url(), server.user(), server.password(), true);
            // what is said to our own server never leaves this machine
            properties.put("spring.datasource.hikari.data-source-properties.sslMode", "DISABLED");
            properties.put("qppl.database.binaries", server.binaries().toString());
        } else {
            SpringApplication.getShutdownHandlers().add(data::close);
            properties = external(environment, external);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("qppl database", properties));

        var backup = environment.getProperty("qppl.restore", "");
        if (!backup.isBlank()) Restoring.from(Path.of(backup), data, environment);
    }

    private static EmbeddedServer embedded(ConfigurableEnvironment environment, DataFolder data) {
        var program = environment.getProperty("qppl.database.program", "");
        var options = environment.getProperty("qppl.database.options", "");
        return EmbeddedServer.start(
                data,
                program.isBlank()
                        ? data.path().resolve("mysql/program")
                        : Path.of(program).toAbsolutePath(),
                options.isBlank() ? List.of() : List.of(options.split(" +")));
    }

    private static Map<String, Object> external(ConfigurableEnvironment environment, String url) {
        var user = environment.getProperty("QPPL_DB_USER", "qppl");
        var password = environment.getProperty("QPPL_DB_PASSWORD", "");
        try (var connection = DriverManager.getConnection(url, user, password)) {
            boolean mariadb =
                    connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
            return connection(url, user, password, mariadb);
        } catch (SQLException e) {
            throw new IllegalStateException("the database at " + withoutSecrets(url) + " does not let us in", e);
        }
    }

    private static Map<String, Object> connection(String url, String user, String password, boolean mariadb) {
        var properties = new HashMap<String, Object>();
        properties.put("spring.datasource.url", url);
        properties.put("spring.datasource.username", user);
        properties.put("spring.datasource.password", password);
        // Hibernate's own look-up asks for keywords in a way MariaDB does not answer through this driver
        properties.put(
                "spring.jpa.database-platform",
                mariadb ? "org.hibernate.dialect.MariaDBDialect" : "org.hibernate.dialect.MySQLDialect");
        return properties;
    }

    private static String withoutSecrets(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }
}
