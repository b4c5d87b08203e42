package vn.qppl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PooledExtractorTest {
    private static PooledExtractor extractor;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        extractor = PooledExtractor.standard(1);
    }

    @AfterAll
    static void stop() {
        extractor.close();
    }

    /** A child whose parser hangs, crashes or eats memory, as the file's name says. */
    static final class Misbehaving {
        public static void main(String[] args) {
            ExtractionWorker.serve((file, name, characters, pages) -> {
                switch (name) {
                    case "hangs" -> sleep();
                    case "crashes" -> Runtime.getRuntime().halt(134);
                    case "killed once" -> endAtTheFirstTime(file);
                    case "eats" -> eat();
                    case "nests" -> nest(0);
                    default -> {}
                }
                return ExtractedText.ofPlainText("đọc được");
            });
        }

        private static void sleep() {
            try {
                Thread.sleep(Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** As a child that somebody ends from outside: the file is not the cause. */
        private static void endAtTheFirstTime(Path file) {
            var mark = file.resolveSibling("seen");
            if (Files.exists(mark)) return;
            try {
                Files.writeString(mark, "");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            Runtime.getRuntime().halt(137);
        }

        private static void eat() {
            var all = new java.util.ArrayList<byte[]>();
            while (true) all.add(new byte[1 << 20]);
        }

        private static int nest(int depth) {
            return depth == Integer.MAX_VALUE ? 0 : 1 + nest(depth + 1);
        }
    }

    private static PooledExtractor misbehaving(Duration time) {
        return new PooledExtractor(
                new ExtractionLimits(time, 64, 1 << 20, 1_000, 100),
                1,
                Misbehaving.class.getName(),
                ChildClassPath.find());
    }

    private ExtractionProblem problemOf(PooledExtractor with, Path file, String name) {
        var thrown = catchThrowableOfType(ExtractionException.class, () -> with.extract(file, name));
        assertThat(thrown).as(name).isNotNull();
        return thrown.problem();
    }

    /** On a machine where a new child needs longer to start than the file's time, a later one has started. */
    private static ExtractedText readInTheEnd(PooledExtractor pool, Path file) throws ExtractionException {
        for (int tries = 1; ; tries++) {
            try {
                return pool.extract(file, "good");
            } catch (ExtractionException e) {
                if (e.problem() != ExtractionProblem.TOO_SLOW || tries == 10) throw e;
            }
        }
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path zip(String name, String... entries) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void endsAParserThatHangsAndReadsTheNextFile() throws Exception {
        try (var pool = misbehaving(Duration.ofSeconds(4))) {
            var file = file("a.txt", new byte[] {'a'});
            assertThat(problemOf(pool, file, "hangs")).isEqualTo(ExtractionProblem.TOO_SLOW);
            assertThat(readInTheEnd(pool, file).text()).isEqualTo("đọc được");
        }
    }

    @Test
    void namesACrashAndAnExhaustedMemoryAndGoesOn() throws Exception {
        try (var pool = misbehaving(Duration.ofMinutes(3))) {
            var file = file("a.txt", new byte[] {'a'});
            assertThat(problemOf(pool, file, "crashes")).isEqualTo(ExtractionProblem.PARSER_CRASHED);
            assertThat(problemOf(pool, file, "eats")).isEqualTo(ExtractionProblem.OUT_OF_MEMORY);
            assertThat(problemOf(pool, file, "nests")).isEqualTo(ExtractionProblem.TOO_DEEPLY_NESTED);
            assertThat(pool.extract(file, "good").text()).isEqualTo("đọc được");
        }
    }

    @Test
    void readsAFileAgainWhoseChildWasEndedFromOutside() throws Exception {
        try (var pool = misbehaving(Duration.ofMinutes(3))) {
            assertThat(pool.extract(file("a.txt", "a".getBytes(StandardCharsets.UTF_8)), "killed once")
                            .text())
                    .isEqualTo("đọc được");
        }
    }

    @Test
    void refusesAnEmptyAndAHugeFileWithoutOpeningThem() throws Exception {
        assertThat(problemOf(extractor, file("empty.docx", new byte[0]), "empty.docx"))
                .isEqualTo(ExtractionProblem.EMPTY);
        var huge = folder.resolve("huge.pdf");
        try (var sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(300L << 20);
        }
        assertThat(problemOf(extractor, huge, "huge.pdf")).isEqualTo(ExtractionProblem.TOO_LARGE);
        assertThat(problemOf(extractor, folder.resolve("gone.pdf"), "gone.pdf"))
                .isEqualTo(ExtractionProblem.UNREADABLE_FILE);
    }

    @Test
    void keepsAPlainTextAsItIsAfterNfc() throws Exception {
        var text = "Điều 1.\t Phạm vi  \r\n\r\n1. Hoà bình\n";
        var decomposed = java.text.Normalizer.normalize("\uFEFF" + text, java.text.Normalizer.Form.NFD);
        for (var charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE}) {
            var read = extractor.extract(file("a.txt", decomposed.getBytes(charset)), "a.txt");
            assertThat(read.text()).isEqualTo(text);
            assertThat(read.encoding()).isEqualTo(TextEncoding.UNICODE);
        }
    }

    @Test
    void readsWindows1258() throws Exception {
        var windows = "quy\u00EA\u0301t \u0111\u0323inh".getBytes(Charset.forName("windows-1258"));
        var read = extractor.extract(file("b.txt", windows), "b.txt");
        assertThat(read.text()).startsWith("quyết");
        assertThat(read.encoding()).isEqualTo(TextEncoding.UNICODE);
    }

    @Test
    void readsByContentWhateverTheName() throws Exception {
        var rtf =
                "{\\rtf1\\ansi{\\fonttbl{\\f0 .VnTime;}{\\f1 .VnTimeH;}}\\f0 C\\'e9ng h\\'dfa \\f1 x\\'b7 h\\'e9i\\par}";
        var read = extractor.extract(file("c.docx", rtf.getBytes(StandardCharsets.US_ASCII)), "c.docx");
        assertThat(read.text()).isEqualTo("Cộng hòa XÃ HỘI\n");
        assertThat(read.encoding()).isEqualTo(TextEncoding.TCVN3);
        assertThat(read.conversions().getFirst().original()).startsWith("C\u00e9ng");
    }

    @Test
    void namesWhatIsProtectedAndWhatIsDamaged() throws Exception {
        var pdf = folder.resolve("p.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(pdf.toFile());
        }
        assertThat(problemOf(extractor, pdf, "p.pdf")).isEqualTo(ExtractionProblem.ENCRYPTED);
        var cut = file("cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type".getBytes(StandardCharsets.US_ASCII));
        assertThat(problemOf(extractor, cut, "cut.pdf")).isEqualTo(ExtractionProblem.DAMAGED);
        var docx = Files.readAllBytes(zip("d.docx", "word/document.xml", "<w/>"));
        var half = file("half.docx", java.util.Arrays.copyOf(docx, docx.length / 2));
        assertThat(problemOf(extractor, half, "half.docx")).isEqualTo(ExtractionProblem.DAMAGED);
        var doc = file("cut.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3});
        assertThat(problemOf(extractor, doc, "cut.doc")).isEqualTo(ExtractionProblem.DAMAGED);
    }

    @Test
    void refusesEntitiesAndReadsAMacroFileWithoutItsMacro() throws Exception {
        var ns = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        var attack = "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document " + ns
                + "><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";
        assertThat(problemOf(extractor, zip("x.docx", "word/document.xml", attack), "x.docx"))
                .isEqualTo(ExtractionProblem.HOSTILE);
        var body = "<w:document " + ns + "><w:body><w:p><w:r><w:t>Điều 1</w:t></w:r></w:p></w:body></w:document>";
        var macro = zip("m.docm", "word/document.xml", body, "word/vbaProject.bin", "Sub AutoOpen()");
        assertThat(extractor.extract(macro, "m.docm").text()).isEqualTo("Điều 1\n");
    }

    @Test
    void keepsDataTablesAndReadsLetterheadsAsParagraphs() throws Exception {
        var ns = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        var head = row("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + row("Số: 1/QĐ-UBND", "Độc lập");
        var data = row("STT", "Tên", "Mức") + row("1", "Lúa", "20") + row("2", "Ngô", "30");
        var body = "<w:document " + ns + "><w:body><w:tbl>" + head + "</w:tbl><w:p/><w:tbl>" + data
                + "</w:tbl></w:body></w:document>";
        var read = extractor.extract(zip("t.docx", "word/document.xml", body), "t.docx");
        assertThat(read.text())
                .isEqualTo("ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/QĐ-UBND\nĐộc lập\n"
                        + "STT\tTên\tMức\n1\tLúa\t20\n2\tNgô\t30\n");
        assertThat(read.tables()).hasSize(1);
        assertThat(read.tables().getFirst().in(read.text())).startsWith("STT");
    }

    private static String row(String... cells) {
        var row = new StringBuilder("<w:tr>");
        for (var cell : cells) row.append("<w:tc><w:p><w:r><w:t>").append(cell).append("</w:t></w:r></w:p></w:tc>");
        return row.append("</w:tr>").toString();
    }
}
