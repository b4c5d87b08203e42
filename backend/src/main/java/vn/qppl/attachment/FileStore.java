package vn.qppl.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Bytes by their SHA-256 under one folder. A file is whole or not there: written beside, forced to disk, moved into place. The same
 * bytes are kept once.
 */
public final class FileStore {
    /** How often room is looked at while a file is written. */
    private static final long LOOK = 8L << 20;

    private final Path folder;
    private final long reserve;
    private final Room room;

    /** How many bytes may still be written under a folder. */
    public interface Room {
        long bytes(Path folder) throws IOException;
    }

    /** @param reserve bytes left to the database and the indexes, which fare worse with a full disk than a file that waits */
    public FileStore(Path folder, long reserve) {
        // by file, not by file store: Java finds no store where the root is not a mount of its own (a chroot, some
        // containers)
        this(folder, reserve, place -> place.toFile().getUsableSpace());
    }

    FileStore(Path folder, long reserve, Room room) {
        this.folder = folder;
        this.reserve = reserve;
        this.room = room;
    }

    /** What was stored. */
    public record Stored(String sha256, long size) {}

    /** The stream is longer than allowed; nothing was kept. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    /** The disk is full or away; nothing half-written stays. */
    public static final class NotStored extends IOException {
        private static final long serialVersionUID = 1L;

        NotStored(String message) {
            super(message);
        }

        NotStored(IOException cause) {
            super(cause);
        }
    }

    /** What is left beyond the reserve, in bytes; negative where the disk is fuller than it should be. */
    public long room() throws IOException {
        Files.createDirectories(folder);
        return room.bytes(folder) - reserve;
    }

    public long reserve() {
        return reserve;
    }

    /**
     * @throws TooLarge when the stream has more than {@code limit} bytes
     * @throws NotStored when the disk is full or away
     * @throws IOException when {@code bytes} cannot be read
     */
    public Stored put(InputStream bytes, long limit) throws IOException {
        var reading = new Reading(bytes);
        try {
            return write(reading, limit);
        } catch (TooLarge | NotStored e) {
            throw e;
        } catch (IOException e) {
            if (reading.failed) throw e;
            throw new NotStored(e);
        }
    }

    /** Tells a file that cannot be read from a disk that cannot be written. */
    private static final class Reading extends FilterInputStream {
        private boolean failed;

        Reading(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            try {
                return super.read(buffer, from, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }

    private Stored write(InputStream bytes, long limit) throws IOException {
        if (room() <= 0) throw new NotStored("no room in " + folder);
        var incoming = folder.resolve("incoming");
        Files.createDirectories(incoming);
        var part = Files.createTempFile(incoming, "in", ".part");
        try {
            var digest = sha256();
            long size = 0;
            try (var out = new DigestOutputStream(Files.newOutputStream(part), digest)) {
                var buffer = new byte[64 * 1024];
                for (int n; (n = bytes.read(buffer)) >= 0; ) {
                    if ((size + n) / LOOK > size / LOOK && room() <= 0) throw new NotStored("no room in " + folder);
                    size += n;
                    if (size > limit) throw new TooLarge(limit);
                    out.write(buffer, 0, n);
                }
            }
            var hash = HexFormat.of().formatHex(digest.digest());
            var place = path(hash);
            if (!Files.exists(place)) {
                try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.createDirectories(place.getParent());
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Stored(hash, size);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Where the bytes lie; the file may be missing if the store was damaged. */
    public Path path(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256: " + sha256);
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /** Removes what a killed process left half-written. Call before the first {@link #put}. */
    public void sweep() throws IOException {
        var incoming = folder.resolve("incoming");
        if (!Files.isDirectory(incoming)) return;
        try (var parts = Files.newDirectoryStream(incoming, "*.part")) {
            for (var part : parts) Files.deleteIfExists(part);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
