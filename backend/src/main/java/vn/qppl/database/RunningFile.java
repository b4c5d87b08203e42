package vn.qppl.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in the data folder that the application is ready, and where; commands of this machine find it by that. */
@Component
class RunningFile {
    private static final Logger log = LoggerFactory.getLogger(RunningFile.class);

    private final Path file;
    private final DataFolder data;
    private final long parent;
    private final String database;

    /** @param database where it is, without who may ask it */
    RunningFile(
            DataFolder data,
            @Value("${qppl.parent:0}") long parent,
            @Value("${spring.datasource.url}") String database) {
        this.database = database;
        this.data = data;
        this.file = data.path().resolve("running");
        this.parent = parent;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws IOException {
        if (!(event.getApplicationContext() instanceof ServletWebServerApplicationContext web)) return;
        data.secret("command-token"); // there before anyone looks for it
        var server = web.getWebServer();
        if (server == null) return;
        DataFolder.writePrivately(
                file,
                "pid=%d%nport=%d%nparent=%d%ndatabase=%s%n"
                        .formatted(ProcessHandle.current().pid(), server.getPort(), parent, database));
        endWithParent();
    }

    /** The command that started us was killed: nobody would stop us any more, so we end in order. */
    private void endWithParent() {
        if (parent <= 0) return;
        ProcessHandle.of(parent).ifPresent(handle -> {
            var ended = handle.onExit().thenRun(() -> {
                log.info("the command that started us has ended");
                System.exit(0);
            });
            log.debug("ending with process {}: {}", parent, ended);
        });
    }

    @EventListener
    void closed(ContextClosedEvent event) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
