package vn.qppl.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything of one installation. One process at a time owns it. */
public final class DataFolder implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final FileChannel channel;

    @SuppressWarnings({"unused", "FieldCanBeLocal"}) // held as long as the channel is open
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** Another process owns the folder. */
    public static final class InUse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InUse(Path folder) {
            super("another QPPL is running on " + folder);
        }
    }

    /**
     * Makes the folder if need be and takes it; a process that dies lets go of it.
     *
     * @throws InUse when another process has it
     */
    public static DataFolder take(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            var channel =
                    FileChannel.open(absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new InUse(absolute);
            }
            return new DataFolder(absolute, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("data folder " + absolute, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path path() {
        return folder;
    }

    /** A random secret kept under this name, readable by the owner only; made when first asked for. */
    public String secret(String name) {
        var file = folder.resolve("secrets").resolve(name);
        try {
            if (Files.exists(file)) return Files.readString(file).strip();
            var bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            var value = HexFormat.of().formatHex(bytes);
            writePrivately(file, value + "\n");
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Whole or not at all, mode 600. */
    public static void writePrivately(Path file, String content) throws IOException {
        var parent = file.toAbsolutePath().getParent();
        if (parent == null) throw new IOException("no folder for " + file);
        if (!Files.exists(parent))
            Files.createDirectories(
                    parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var part = Files.createTempFile(
                parent,
                "secret",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, content);
        Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
