package vn.qppl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that people really send, through the real pool: each has its reason, and the next file is read. */
class BadFilesTest {
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
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

    @AfterEach
    void theNextFileIsRead() throws Exception {
        var good = Files.writeString(folder.resolve("sau.txt"), "Điều 1. Sau tệp hỏng");
        assertThat(extractor.extract(good, "sau.txt").text()).isEqualTo("Điều 1. Sau tệp hỏng");
    }

    private ExtractionProblem problemOf(Path file) {
        var thrown = catchThrowableOfType(
                ExtractionException.class,
                () -> extractor.extract(file, file.getFileName().toString()));
        assertThat(thrown).as(file.toString()).isNotNull();
        return thrown.problem();
    }

    private Path zip(String name, String entry, byte[] bytes) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(bytes);
        }
        return file;
    }

    @Test
    void namesAProtectedWordFileAndAProtectedWorkbook() throws Exception {
        var docx = folder.resolve("mật.docx");
        try (var storage = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("bí mật");
            try (var out = encryptor.getDataStream(storage)) {
                out.write("PK".getBytes(StandardCharsets.UTF_8));
            }
            try (var out = Files.newOutputStream(docx)) {
                storage.writeFilesystem(out);
            }
        }
        assertThat(problemOf(docx)).isEqualTo(ExtractionProblem.ENCRYPTED);
        var xls = folder.resolve("mật.xls");
        Biff8EncryptionKey.setCurrentUserPassword("bí mật");
        try (var book = new HSSFWorkbook();
                var out = Files.newOutputStream(xls)) {
            book.createSheet().createRow(0).createCell(0).setCellValue("Điều 1");
            book.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(problemOf(xls)).isEqualTo(ExtractionProblem.ENCRYPTED);
    }

    @Test
    void readsATextWhoseBytesAreNoEncodingWithoutLosingTheRest() throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Điều 1. Một".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xC3, ' '});
        bytes.writeBytes("hai".getBytes(StandardCharsets.UTF_8));
        var read = extractor.extract(Files.write(folder.resolve("gãy.txt"), bytes.toByteArray()), "gãy.txt");
        assertThat(read.text()).contains("1. M").endsWith("hai");
        var rubbish = new byte[5_000];
        new java.util.Random(7).nextBytes(rubbish);
        assertThat(problemOf(Files.write(folder.resolve("rác.docx"), rubbish)))
                .isIn(ExtractionProblem.UNSUPPORTED, ExtractionProblem.DAMAGED, ExtractionProblem.EMPTY);
    }

    @Test
    void refusesAWordFileThatUnpacksToFarMoreThanItIs() throws Exception {
        var file = folder.resolve("bom.docx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document " + W + "><w:body><w:p><w:r><w:t>").getBytes(StandardCharsets.UTF_8));
            var blanks = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 300; i++) zip.write(blanks);
            zip.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(problemOf(file)).isEqualTo(ExtractionProblem.HOSTILE);
    }

    @Test
    void refusesEntitiesThatGrow() throws Exception {
        var lol = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">");
        for (char c = 'b'; c < 'k'; c++)
            lol.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("\">");
        var xml = lol + "]><w:document " + W + "><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>";
        assertThat(problemOf(zip("nở.docx", "word/document.xml", xml.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(ExtractionProblem.HOSTILE);
        var slides = "<!DOCTYPE x><p:sld xmlns:p=\"p\"/>";
        var pptx = folder.resolve("nở.pptx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(pptx))) {
            zip.putNextEntry(new ZipEntry("ppt/presentation.xml"));
            zip.write("<p/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("ppt/slides/slide1.xml"));
            zip.write(slides.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(problemOf(pptx)).isEqualTo(ExtractionProblem.HOSTILE);
    }

    @Test
    void refusesXmlThatNestsWithoutEnd() throws Exception {
        var xml = "<w:document " + W + ">" + "<w:p>".repeat(5_000) + "</w:p>".repeat(5_000) + "</w:document>";
        assertThat(problemOf(zip("sâu.docx", "word/document.xml", xml.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(ExtractionProblem.TOO_DEEPLY_NESTED);
    }

    @Test
    void readsAWorkbookWithMacrosAndSaysThatTheyWereNotRun() throws Exception {
        var file = folder.resolve("macro.xlsm");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Target=\"s.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/s.xml",
                    "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>Điều 1</t></is></c></row></sheetData></worksheet>");
            put(zip, "xl/vbaProject.bin", "Sub Auto_Open()");
        }
        var read = extractor.extract(file, "macro.xlsm");
        assertThat(read.text()).isEqualTo("Điều 1\n");
        assertThat(read.notices()).containsExactly(ExtractionNotice.MACROS_NOT_RUN);
        var doc = folder.resolve("macro.doc");
        try (var storage = new POIFSFileSystem();
                var out = Files.newOutputStream(doc)) {
            storage.getRoot().createDirectory("Macros");
            storage.writeFilesystem(out);
        }
        // no document in it: nothing to read, but a reason
        assertThat(problemOf(doc))
                .isIn(ExtractionProblem.UNSUPPORTED, ExtractionProblem.DAMAGED, ExtractionProblem.EMPTY);
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answersForAPdfOfVeryManyObjects() throws Exception {
        var file = folder.resolve("đối tượng.pdf");
        int count = 150_000;
        try (var out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            var offsets = new long[count + 1];
            long at = 0;
            at += write(out, "%PDF-1.4\n");
            for (int i = 1; i <= count; i++) {
                offsets[i] = at;
                var body = i == 1
                        ? "<< /Type /Catalog /Pages 2 0 R >>"
                        : i == 2
                                ? "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
                                : i == 3
                                        ? "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Annots " + array(count)
                                                + " >>"
                                        : "<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] >>";
                at += write(out, i + " 0 obj\n" + body + "\nendobj\n");
            }
            out.write("xref\n0 " + (count + 1) + "\n0000000000 65535 f \n");
            for (int i = 1; i <= count; i++) out.write(String.format("%010d 00000 n \n", offsets[i]));
            out.write("trailer\n<< /Size " + (count + 1) + " /Root 1 0 R >>\nstartxref\n" + at + "\n%%EOF\n");
        }
        // its page is blank
        assertThat(problemOf(file))
                .isIn(ExtractionProblem.EMPTY, ExtractionProblem.OUT_OF_MEMORY, ExtractionProblem.TOO_SLOW);
    }

    private static String array(int count) {
        var array = new StringBuilder("[");
        for (int i = 4; i <= count; i++) array.append(i).append(" 0 R ");
        return array.append("]").toString();
    }

    private static int write(java.io.Writer out, String text) throws IOException {
        out.write(text);
        return text.length();
    }

    @Test
    void survivesAChildKilledFromOutside() throws Exception {
        var sleeper = new PooledExtractor(
                new ExtractionLimits(Duration.ofMinutes(3), 64, 1 << 20, 1_000, 100),
                1,
                PooledExtractorTest.Misbehaving.class.getName(),
                ChildClassPath.find());
        try (sleeper) {
            var file = Files.writeString(folder.resolve("a.txt"), "a");
            var others = ProcessHandle.current().children().toList();
            assertThat(sleeper.extract(file, "good").text()).isEqualTo("đọc được");
            var thrown = new java.util.concurrent.CompletableFuture<ExtractionException>();
            Thread.ofVirtual().start(() -> {
                try {
                    sleeper.extract(file, "hangs");
                    thrown.complete(new ExtractionException(ExtractionProblem.EMPTY, "was read"));
                } catch (ExtractionException e) {
                    thrown.complete(e);
                }
            });
            // the kernel's out-of-memory killer does the same; the file is read once more before it is given up
            for (int kills = 0; kills < 1_000 && !thrown.isDone(); kills++) {
                Thread.sleep(200);
                ProcessHandle.current()
                        .children()
                        .filter(p -> !others.contains(p))
                        .forEach(ProcessHandle::destroyForcibly);
            }
            assertThat(thrown.get(3, java.util.concurrent.TimeUnit.MINUTES).problem())
                    .isEqualTo(ExtractionProblem.PARSER_CRASHED);
            assertThat(sleeper.extract(file, "good").text()).isEqualTo("đọc được");
        }
    }

    @Test
    void readsWhateverTheNameIs() throws Exception {
        var file = Files.writeString(folder.resolve("x"), "Điều 1. Tên lạ");
        for (var name : new String[] {
            "../../etc/passwd", "📄🙂.txt", "a\u0000b.txt", "", "x".repeat(5_000) + ".docx", "..\\..\\a.xlsx"
        }) assertThat(extractor.extract(file, name).text()).as(name).isEqualTo("Điều 1. Tên lạ");
    }
}
