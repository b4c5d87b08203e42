package vn.qppl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveReaderTest {
    @TempDir
    Path folder;

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void takesTheFolderAwayFromNamesAndKeepsEmoji() {
        assertThat(ArchiveReader.baseName("../../etc/passwd")).isEqualTo("passwd");
        assertThat(ArchiveReader.baseName("C:\\Windows\\a.doc")).isEqualTo("a.doc");
        assertThat(ArchiveReader.baseName("..")).isEqualTo("_");
        assertThat(ArchiveReader.baseName("thư/📄 Quyết định.docx")).isEqualTo("📄 Quyết định.docx");
    }

    @Test
    void opensArchivesWithinArchivesButNotWithoutEnd() throws Exception {
        var inner = zip("a.txt", "x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var twice = Files.write(folder.resolve("two.zip"), zip("inner.zip", inner));
        var names = new ArrayList<String>();
        ArchiveReader.read(twice, (name, bytes) -> names.add(name));
        assertThat(names).containsExactly("a.txt");
        for (int i = 0; i < 5; i++) inner = zip("inner.zip", inner);
        var deep = Files.write(folder.resolve("deep.zip"), inner);
        var thrown =
                catchThrowableOfType(ExtractionException.class, () -> ArchiveReader.read(deep, (name, bytes) -> {}));
        assertThat(thrown.problem()).isEqualTo(ExtractionProblem.TOO_DEEPLY_NESTED);
    }

    @Test
    void stopsABomb() throws Exception {
        var file = folder.resolve("bomb.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("zeros.txt"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) zip.write(zeros);
        }
        var thrown = catchThrowableOfType(
                ExtractionException.class,
                () -> ArchiveReader.read(
                        file, (name, bytes) -> bytes.transferTo(java.io.OutputStream.nullOutputStream())));
        assertThat(thrown.problem()).isEqualTo(ExtractionProblem.HOSTILE);
    }
}
