package vn.qppl.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.FileStore;
import vn.qppl.text.ArchiveReader;
import vn.qppl.text.ExtractionException;
import vn.qppl.text.ExtractionProblem;
import vn.qppl.web.ProblemException;

/** Taking files in: stored by their hash first, then listed in the batch, then read by the workers. Safe to repeat and to cut off. */
@Service
class Receiving {
    private static final Logger log = LoggerFactory.getLogger(Receiving.class);

    private final DocumentFiles files;
    private final IntakeItems items;
    private final IntakeBatches batches;
    private final IntakeWorker worker;
    private final long largestFile;

    Receiving(
            DocumentFiles files,
            IntakeItems items,
            IntakeBatches batches,
            IntakeWorker worker,
            @Value("${qppl.intake.largest-file:209715200}") long largestFile) {
        this.files = files;
        this.items = items;
        this.batches = batches;
        this.worker = worker;
        this.largestFile = largestFile;
    }

    /** @param problem code where it was not taken; null where it was, or was there before */
    record Received(String fileName, @Nullable String problem) {}

    /** One file or zip from a browser. */
    List<Received> receive(long batchId, InputStream bytes, String fileName) throws IOException {
        var outcome = store(batchId, bytes, fileName, largestFile);
        batches.wake(batchId);
        worker.wake();
        return outcome;
    }

    /**
     * Files and folders of this machine, in the order of their names; what is there already is left as it is. Of any size: what is too
     * large to be read is listed so.
     *
     * @return files that could not even be opened
     */
    List<Received> receiveLocal(long batchId, List<Path> paths) throws IOException {
        var notTaken = new ArrayList<Received>();
        int count = 0;
        for (var path : paths) {
            try (var walk = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                for (var file :
                        (Iterable<Path>) walk.filter(Files::isRegularFile).sorted()::iterator) {
                    try (var in = Files.newInputStream(file)) {
                        store(batchId, in, file.getFileName().toString(), Long.MAX_VALUE);
                    } catch (IOException e) {
                        log.warn("{} cannot be opened", file, e);
                        notTaken.add(new Received(file.toString(), ExtractionProblem.UNREADABLE_FILE.name()));
                    }
                    if (++count % 50 == 0) worker.wake();
                }
            }
        }
        batches.wake(batchId);
        worker.wake();
        return notTaken;
    }

    private List<Received> store(long batchId, InputStream bytes, String fileName, long limit) throws IOException {
        var name = safeName(fileName);
        FileStore.Stored stored;
        try {
            stored = files.store(bytes, limit);
        } catch (FileStore.TooLarge e) {
            log.info("{} is larger than {} bytes", name, limit);
            throw IntakeProblem.FILE_TOO_LARGE.with("mostBytes", limit);
        } catch (FileStore.NotStored e) {
            throw diskProblem(e);
        }
        if (!ArchiveReader.isArchive(files.path(stored.sha256()), name)) {
            items.add(batchId, stored.sha256(), name, stored.size());
            return List.of(new Received(name, null));
        }
        return open(batchId, stored, name);
    }

    /** The entries of a zip come in as files of their own; the zip itself is listed only where it cannot be opened. */
    private List<Received> open(long batchId, FileStore.Stored archive, String name) throws IOException {
        var received = new ArrayList<Received>();
        try {
            ArchiveReader.read(files.path(archive.sha256()), (entryName, entry) -> {
                var entrySafe = safeName(entryName);
                var stored = files.store(entry, largestFile);
                items.add(batchId, stored.sha256(), entrySafe, stored.size());
                received.add(new Received(entrySafe, null));
            });
        } catch (FileStore.NotStored e) {
            throw diskProblem(e);
        } catch (ExtractionException e) {
            log.info("archive {}: {}", name, e.getMessage());
            items.addFailed(
                    batchId, archive.sha256(), name, archive.size(), e.problem().name());
            received.add(new Received(name, e.problem().name()));
        }
        return received;
    }

    private static ProblemException diskProblem(FileStore.NotStored e) {
        log.error("the file store cannot be written", e);
        return IntakeProblem.DISK_FULL.asException();
    }

    /** The last part of a name, without what a file system or a page could trip over; never empty. */
    static String safeName(String fileName) {
        var name = vn.qppl.text.VietnameseText.nfc(fileName).replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
        if (name.isEmpty() || name.equals("..") || name.equals(".")) name = "tệp";
        if (name.codePointCount(0, name.length()) > 200) {
            int dot = name.lastIndexOf('.');
            var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
            name = name.substring(0, name.offsetByCodePoints(0, 180)) + "…" + ending;
        }
        return name;
    }
}
