package vn.qppl.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.qppl.database.DataFolder;
import vn.qppl.database.DatabaseDump;

/**
 * Everything that cannot be made again, in one zip: the database at one moment, then the files (which are only ever added, so that
 * those the database knows are all there). Indexes are built anew from them.
 */
@Component
class Backup {
    private static final Logger log = LoggerFactory.getLogger(Backup.class);

    private final DatabaseDump dump;
    private final DataFolder data;
    private final Clock clock;
    private final String version;

    Backup(DatabaseDump dump, DataFolder data, Clock clock, @Value("${spring.application.name}") String name) {
        this.dump = dump;
        this.data = data;
        this.clock = clock;
        this.version = name;
    }

    record Written(String path, long files, long bytes) {}

    /** Whole or not there; an existing file is not touched. */
    Written write(Path target) {
        var folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.exists(target))
            throw SystemProblem.BACKUP_PATH_NOT_USABLE.with("path", target.toString());
        try {
            var part = Files.createTempFile(folder, ".qppl-backup", ".part");
            try {
                long files;
                try (var zip = new ZipOutputStream(Files.newOutputStream(part))) {
                    entry(
                            zip,
                            "qppl-backup.txt",
                            out -> out.write(
                                    (version + "\n" + clock.instant() + "\n").getBytes(StandardCharsets.UTF_8)));
                    entry(zip, DatabaseDump.ENTRY, dump::write);
                    files = addFiles(zip);
                }
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                log.info("backup written to {}", target);
                return new Written(target.toString(), files, Files.size(target));
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (DatabaseDump.NoProgram e) {
            log.error("backup to {} failed", target, e);
            throw SystemProblem.BACKUP_PROGRAM_MISSING.asException();
        } catch (IOException e) {
            log.error("backup to {} failed", target, e);
            throw SystemProblem.BACKUP_FAILED.asException();
        }
    }

    private long addFiles(ZipOutputStream zip) throws IOException {
        var files = data.path().resolve("files");
        if (!Files.isDirectory(files)) return 0;
        long count = 0;
        try (var paths = Files.walk(files)) {
            for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                var name = files.relativize(path).toString();
                if (name.startsWith("incoming")) continue;
                entry(zip, "files/" + name, out -> Files.copy(path, out));
                count++;
            }
        }
        return count;
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private static void entry(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.to(zip);
        zip.closeEntry();
    }
}
