package vn.qppl.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.springframework.core.env.Environment;

/** Fills an empty data folder from a backup, before migrations run: an older backup is brought up to date by them. */
final class Restoring {
    private Restoring() {}

    static void from(Path backup, DataFolder data, Environment environment) {
        var files = data.path().resolve("files");
        try (var zip = new ZipFile(backup.toFile())) {
            if (Files.exists(files)) throw new IOException("the data folder has files already: " + files);
            var dump = zip.getEntry(DatabaseDump.ENTRY);
            if (dump == null) throw new IOException("not a backup: " + backup);
            try (var sql = zip.getInputStream(dump)) {
                DatabaseDump.read(environment, sql);
            }
            for (var entry : java.util.Collections.list(zip.entries())) {
                if (entry.isDirectory() || !entry.getName().startsWith("files/")) continue;
                var place = data.path().resolve(entry.getName()).normalize();
                if (!place.startsWith(files))
                    throw new IOException("a path leads out of the backup: " + entry.getName());
                Files.createDirectories(java.util.Objects.requireNonNull(place.getParent()));
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, place);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot restore from " + backup, e);
        }
    }
}
