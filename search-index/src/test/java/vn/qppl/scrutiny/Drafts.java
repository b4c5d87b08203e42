package vn.qppl.scrutiny;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.reading.DocumentReader;
import vn.qppl.scrutiny.Facts.Procedure;
import vn.qppl.scrutiny.HeldDocument.Run;
import vn.qppl.scrutiny.HeldDocument.Status;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.text.ExtractedText;

/** Clean drafts of our own writing, and faults planted in them: what is to be found was written down before the rules. */
final class Drafts {
    private static final Path FOLDER = Path.of("src", "test", "resources", "scrutiny");
    private static final JsonMapper JSON = JsonMapper.shared();

    private Drafts() {}

    /** A fault: the changes that plant it, and the rule that must find it. */
    record Fault(String id, String draft, String rule, List<String[]> changes) {
        String planted() throws IOException {
            var text = clean(draft);
            for (var change : changes) text = text.replace(change[0], change[1]);
            return text;
        }

        @Override
        public String toString() {
            return id + " " + rule + " in " + draft;
        }
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("clean"))) {
            return files.map(f -> f.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        }
    }

    static String clean(String name) throws IOException {
        return Files.readString(FOLDER.resolve("clean").resolve(name + ".txt"));
    }

    static List<Fault> faults(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8).stream()
                .map(JSON::readTree)
                .map(Drafts::fault)
                .toList();
    }

    private static Fault fault(JsonNode line) {
        var changes = line.get("changes").values().stream()
                .map(c -> new String[] {c.get("find").asString(), c.get("put").asString()})
                .toList();
        return new Fault(
                line.get("id").asString(),
                line.get("draft").asString(),
                line.get("rule").asString(),
                changes);
    }

    static List<MachineFinding> check(String text) {
        var reading = DocumentReader.read(ExtractedText.ofPlainText(text));
        return Scrutiny.check(
                reading, Facts.of(reading).with(Procedure.ORDINARY).asDraft(), register());
    }

    /** The little that the register of these tests holds. */
    static Known register() {
        var ever = LocalDate.of(1000, 1, 1);
        var never = LocalDate.of(9999, 12, 31);
        var from = LocalDate.of(2010, 7, 30);
        var ended = LocalDate.of(2017, 2, 1);
        return Known.of(List.of(
                new HeldDocument(
                        1,
                        number("64/2010/NĐ-CP"),
                        "Nghị định",
                        "về quản lý cây xanh đô thị",
                        "Chính phủ",
                        LocalDate.of(2010, 6, 11),
                        false,
                        List.of(new Run(Status.NOT_YET, ever, from), new Run(Status.BINDS, from, never)),
                        List.of()),
                new HeldDocument(
                        2,
                        number("60/2003/NĐ-CP"),
                        "Nghị định",
                        "quy định chi tiết và hướng dẫn thi hành Luật Ngân sách nhà nước",
                        "Chính phủ",
                        LocalDate.of(2003, 6, 6),
                        false,
                        List.of(new Run(Status.BINDS, ever, ended), new Run(Status.ENDED, ended, never)),
                        List.of())));
    }

    private static DocumentNumber number(String written) {
        return DocumentNumber.parse(written).orElseThrow();
    }
}
