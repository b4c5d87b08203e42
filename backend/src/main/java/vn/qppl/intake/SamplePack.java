package vn.qppl.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.qppl.people.OrganisationDirectory;

/**
 * Gives a new installation something to look at: invented documents come in as any files do, what is certain is accepted in the name
 * of the sample's leader, and the doubtful rest waits at the confirmation desk.
 */
@Component
@Order(0)
class SamplePack implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(SamplePack.class);
    private static final String NAME = "Bộ văn bản mẫu tỉnh Kon Tum";
    private static final String ACCEPTS = "lanhdao";

    private final IntakeBatches batches;
    private final IntakeItems items;
    private final Receiving receiving;
    private final OrganisationDirectory directory;
    private final boolean sample;
    private final Path mark;
    private final Path folder;

    SamplePack(
            IntakeBatches batches,
            IntakeItems items,
            Receiving receiving,
            OrganisationDirectory directory,
            @Value("${qppl.sample}") boolean sample,
            @Value("${qppl.data}") Path data,
            @Value("${qppl.sample-folder:backend/samples/kon-tum}") Path folder) {
        this.batches = batches;
        this.items = items;
        this.receiving = receiving;
        this.directory = directory;
        this.sample = sample;
        this.mark = data.resolve("sample");
        this.folder = folder;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        // an installation that began without the sample stays without it, whatever later starts say
        var by = sample && Files.exists(mark) ? directory.personNamed(ACCEPTS) : Optional.<Long>empty();
        if (by.isEmpty()) return;
        if (!Files.isDirectory(folder)) {
            log.warn("the sample pack is not at {}", folder);
            return;
        }
        List<Path> documents;
        try (var files = Files.list(folder)) {
            documents = files.filter(SamplePack::document).sorted().toList();
        }
        var begun = batches.sameImport(NAME, by.get(), by.get());
        if (begun.isEmpty() && !batches.list(Long.MAX_VALUE, 1).isEmpty()) return;
        var batch = begun.orElseGet(() -> batches.open(NAME, by.get(), true, true, by.get()));
        // a first start that was cut off goes on where it stopped
        long received = items.counts(batch.id()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (received >= documents.size()) return;
        receiving.receiveLocal(batch.id(), documents);
        log.info("{} sample files received", documents.size());
    }

    /** Not the truth they are tested against, and not the spreadsheets, which are there to try the import with. */
    private static boolean document(Path file) {
        var name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && !name.endsWith(".jsonl")
                && !name.endsWith(".md")
                && !name.endsWith(".csv")
                && !name.endsWith(".xlsx");
    }
}
