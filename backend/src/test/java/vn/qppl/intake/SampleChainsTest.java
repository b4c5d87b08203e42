package vn.qppl.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.qppl.ApplicationTest;
import vn.qppl.document.Register;
import vn.qppl.effect.Effects;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.wording.WordingViews;

/** Folders of documents, imported with their effects accepted in a person's name, against what is true of them on given days. */
@ApplicationTest
class SampleChainsTest {
    private static final Path SAMPLES = Path.of("samples", "kon-tum");
    private static final Path MERGED_PROVINCE = Path.of("src", "test", "resources", "chains-ha-khe");
    private static final Path OTHER_PROVINCE = Path.of("src", "test", "resources", "chains-binh-lam");

    @Autowired
    IntakeBatches batches;

    @Autowired
    Receiving receiving;

    @Autowired
    OrganisationDirectory directory;

    @Autowired
    Register register;

    @Autowired
    Effects effects;

    @Autowired
    WordingViews wordings;

    @Autowired
    Clock clock;

    /** A scan without text where no OCR is installed, and a letterhead whose date contradicts its number: a person confirms these. */
    private static final List<String> LEFT_FOR_A_PERSON = List.of(
            "not held: 03/2018/QĐ-UBND Ủy ban nhân dân huyện Tu Mơ Rông",
            "not held: 04/2021/QĐ-UBND Ủy ban nhân dân huyện Ngọc Hồi");

    @Test
    void giveEveryStatusOfTheSamplePackWithItsCause() throws IOException {
        imported(SAMPLES);
        compare(SAMPLES.resolve("expected.jsonl"), LEFT_FOR_A_PERSON);
    }

    /** A province that is not among our organisations, in other words than the sample's. */
    @Test
    void giveEveryStatusOfAnotherProvinceWithItsCause() throws IOException {
        imported(OTHER_PROVINCE);
        compare(OTHER_PROVINCE.resolve("truth.jsonl"), List.of());
    }

    /** A province that is merged into another; the amendment of a regulation comes before the regulation. */
    @Test
    void giveEveryStatusAndTextOfAMergedProvinceWithItsCause() throws IOException {
        imported(MERGED_PROVINCE);
        compare(MERGED_PROVINCE.resolve("truth.jsonl"), List.of());
    }

    private void imported(Path folder) throws IOException {
        var by = directory.personNamed("lanhdao").orElseThrow();
        var batch = batches.open("Chuỗi văn bản " + folder, by, true, true, by);
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(f -> !f.toString().matches(".*\\.(jsonl|csv|xlsx)"))
                    .sorted()
                    .toList();
        }
        receiving.receiveLocal(batch.id(), files);
        eventually(() -> batches.find(batch.id()).orElseThrow().state() == IntakeBatch.State.DONE);
    }

    private void compare(Path truths, List<String> left) throws IOException {
        var truth = new TruthFile(register, effects, directory, wordings);
        truth.compare(truths, clock.instant());
        System.out.println(truths + ": " + truth.right() + " of " + truth.asked() + " right");
        truth.misses().forEach(m -> System.out.println("  MISS " + m));
        assertThat(truth.misses()).isSubsetOf(left);
    }
}
