package vn.qppl.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Real numbers of provincial documents, typed in the usual ways. Needs the data folder beside the project. */
class RealNumbersTest {
    private static final Path LABELS = Path.of("../../shared/data/provincial-2025/labels.jsonl");
    private static final Path REGISTER = Path.of("../../shared/data/provincial-register/register.csv");

    @TempDir
    Path folder;

    private record Numbered(long id, String number, String type, String issuer, LocalDate issuedOn, String title) {
        List<String> forms() {
            var bare = Syllables.of(number).stream()
                    .map(Syllable::folded)
                    .reduce((a, b) -> a + " " + b)
                    .orElse("");
            int year = issuedOn.getYear();
            var serial = number.split("/")[0];
            return List.of(
                    number,
                    bare,
                    number.replace('Đ', 'Ð'),
                    type.toLowerCase(java.util.Locale.ROOT) + " " + serial + " năm " + year);
        }
    }

    @Test
    void findsProvincialDocumentsFirstByTheirNumbers() throws IOException {
        assumeTrue(Files.exists(LABELS), "the data folder is not beside the project");
        var json = new JsonMapper();
        var documents = new ArrayList<Numbered>();
        for (var line : Files.readAllLines(LABELS)) {
            var row = json.readTree(line);
            documents.add(new Numbered(
                    documents.size() + 1,
                    row.path("so_ky_hieu").asString(),
                    row.path("loai_van_ban").asString(),
                    row.path("noi_ban_hanh").asString(),
                    date(row.path("ngay_ban_hanh").asString()),
                    "Về nhiệm vụ năm 2025 theo Quyết định số 12/QĐ-UBND"));
        }
        assertThat(foundFirst(documents)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void findsTheDecisionsOfARegisterFirstByTheirNumbers() throws IOException {
        assumeTrue(Files.exists(REGISTER), "the data folder is not beside the project");
        var documents = new ArrayList<Numbered>();
        for (var line : Files.readAllLines(REGISTER)) {
            var cells = line.split(",", 5);
            if (cells.length < 5 || !cells[1].matches("\\d+(/\\d{4})?/(QĐ|QÐ|NQ|CT)-(UBND|HĐND)")) continue;
            var type = cells[1].contains("/NQ") ? "Nghị quyết" : cells[1].contains("/CT") ? "Chỉ thị" : "Quyết định";
            documents.add(new Numbered(documents.size() + 1, cells[1], type, "", date(cells[2]), cells[3]));
        }
        assertThat(documents).hasSizeGreaterThan(200);
        assertThat(foundFirst(documents)).isGreaterThanOrEqualTo(0.95);
    }

    /** Share of documents whose number and year, in every form, are those of the first document found. */
    private double foundFirst(List<Numbered> documents) throws IOException {
        try (var index = IndexFolder.at(folder).build()) {
            for (var document : documents) {
                index.replaceDocument(SmallRegister.document(
                        document.id,
                        document.number,
                        document.type,
                        document.type,
                        document.issuer,
                        "PROVINCE",
                        document.issuedOn,
                        document.title,
                        List.of(),
                        Passage.of("art_1", "Điều 1.", null, "Thực hiện theo " + documents.getFirst().number)));
            }
            index.refresh();
            int found = 0;
            for (var document : documents) {
                boolean all = true;
                for (var form : document.forms()) {
                    var hits = index.search(Question.of(form)).hits();
                    boolean right = !hits.isEmpty()
                            && NumberForms.order(hits.getFirst().number())
                                    .equals(NumberForms.order(document.number.replace('Ð', 'Đ')));
                    all &= right;
                }
                if (all) found++;
            }
            return (double) found / documents.size();
        }
    }

    private static LocalDate date(String written) {
        var parts = written.split("/");
        return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
    }
}
