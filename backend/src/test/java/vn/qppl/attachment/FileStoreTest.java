package vn.qppl.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
    private static final long RESERVE = 1000;

    @TempDir
    Path folder;

    private final AtomicLong free = new AtomicLong(1 << 30);

    private FileStore store() {
        return new FileStore(folder.resolve("files"), RESERVE, place -> free.get());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private long filesHeld() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void keepsTheSameBytesOnce() throws Exception {
        var store = store();
        var first = store.put(bytes("Quyết định"), 100);
        assertThat(store.put(bytes("Quyết định"), 100)).isEqualTo(first);
        assertThat(store.path(first.sha256())).hasContent("Quyết định");
        assertThat(filesHeld()).isEqualTo(1);
    }

    @Test
    void storesNothingBelowItsReserveAndGoesOnWhenThereIsRoom() throws Exception {
        var store = store();
        free.set(RESERVE);
        assertThatThrownBy(() -> store.put(bytes("Nghị quyết"), 100)).isInstanceOf(FileStore.NotStored.class);
        assertThat(filesHeld()).isZero();
        free.set(RESERVE + 1);
        assertThat(store.put(bytes("Nghị quyết"), 100).size()).isEqualTo(14);
    }

    @Test
    void stopsInTheMiddleOfALargeFileWhenTheDiskFillsUp() throws Exception {
        var store = store();
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                given += length;
                if (given > 20 << 20) free.set(0);
                return length;
            }
        };
        assertThatThrownBy(() -> store.put(endless, Long.MAX_VALUE)).isInstanceOf(FileStore.NotStored.class);
        assertThat(filesHeld()).as("nothing half-written stays").isZero();
    }

    @Test
    void tellsAFileThatCannotBeReadFromADiskThatCannotBeWritten() throws Exception {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> store().put(broken, 100))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(FileStore.NotStored.class);
        Files.writeString(folder.resolve("no-folder"), "");
        var nowhere = new FileStore(folder.resolve("no-folder/files"), 0, place -> 1);
        assertThatThrownBy(() -> nowhere.put(bytes("a"), 100)).isInstanceOf(FileStore.NotStored.class);
    }
}
