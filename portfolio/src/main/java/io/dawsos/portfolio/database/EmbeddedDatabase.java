package io.dawsos.portfolio.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a process of its own, its data kept in a folder between runs. It listens on loopback only, and
 * wants a password that was drawn when the folder was made. What was committed is on the disk: unlike the library's
 * defaults, which are for tests, {@code fsync} and {@code synchronous_commit} are on. When it ends without having been
 * stopped, killed for want of memory perhaps, it is started again, as often as it takes.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final String PASSWORD_FILE = "postgres.password";
    private static final String USER = "postgres";

    /** The library never lets go of it when a start fails. The folder is ours alone by {@link FolderLock}. */
    private static final String LIBRARYS_LOCK = "epg-lock";

    private static final Executor LATER =
            runnable -> Thread.ofVirtual().name("embedded-database").start(runnable);

    private final Path data;
    private final Path logs;
    private final int port;
    private final FolderLock lock;
    private final String password;
    private @Nullable EmbeddedPostgres running;
    private boolean wanted;

    private EmbeddedDatabase(Path data, FolderLock lock) throws IOException {
        this.data = data.resolve("postgres");
        this.logs = Files.createDirectories(data.resolve("logs"));
        this.lock = lock;
        this.port = freePort();
        this.password = PrivateFile.readOrCreate(data, PASSWORD_FILE, DatabasePassword::draw)
                .strip();
    }

    /**
     * Starts it on a free port.
     *
     * @param data the service's data folder; made where there is none
     * @throws IllegalStateException when another process uses the folder, or it did not start within 30 seconds
     */
    public static EmbeddedDatabase start(Path data) {
        FolderLock lock = FolderLock.take(data);
        try {
            EmbeddedDatabase database = new EmbeddedDatabase(data, lock);
            database.start();
            return database;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw new IllegalStateException(
                    "the embedded PostgreSQL in " + data + " did not start: " + e.getMessage(), e);
        }
    }

    public DatabaseAddress address() {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
    }

    /** Starts it again after {@link #stop}, on the same port. */
    public synchronized void start() throws IOException {
        wanted = true;
        if (running == null) {
            open(START_LIMIT);
        }
    }

    private void open(Duration limit) throws IOException {
        long began = System.nanoTime();
        log.info("embedded database starting; the first time it is unpacked and set up, which takes some seconds");
        Postmaster.clear(data);
        HalfMade.moveAside(data);
        Files.deleteIfExists(data.resolve(LIBRARYS_LOCK));
        EmbeddedPostgres opened = builder(limit).start();
        running = opened;
        HalfMade.made(data);
        watch(opened);
        log.atInfo()
                .addKeyValue("port", port)
                .addKeyValue("seconds", (System.nanoTime() - began) / 1e9)
                .log("embedded database started");
    }

    private void watch(EmbeddedPostgres opened) throws IOException {
        ProcessHandle process =
                Postmaster.of(data).orElseThrow(() -> new IOException("there is no process of what has just started"));
        var _ = process.onExit().thenRunAsync(() -> ended(opened), LATER);
    }

    @SuppressWarnings("ReferenceEquality") // this very process, not one on the same folder
    private synchronized void ended(EmbeddedPostgres ended) {
        if (running == ended) {
            running = null;
            log.error("the embedded database ended without having been stopped, see {}/postgres.log", logs);
            closeQuietly(ended);
            revive(FIRST_WAIT);
        }
    }

    /**
     * A failure to start is not the last word: a query of the one that ended may still hold its memory. The library does
     * not see that PostgreSQL refused and waits for it, so the first attempts are short.
     */
    private synchronized void revive(Duration wait) {
        if (!wanted || running != null) {
            return;
        }
        try {
            open(atMost(START_LIMIT, wait.multipliedBy(5)));
        } catch (IOException | RuntimeException e) {
            log.error("the embedded database did not start again; trying again in {}", wait, e);
            CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, LATER)
                    .execute(() -> revive(atMost(LONGEST_WAIT, wait.multipliedBy(2))));
        }
    }

    private static Duration atMost(Duration most, Duration duration) {
        return duration.compareTo(most) > 0 ? most : duration;
    }

    private EmbeddedPostgres.Builder builder(Duration limit) {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(logs.resolve("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(
                        data.resolveSibling("cache").resolve("postgres").toFile())
                .setPgBinaryResolver(CarriedBinaries::open)
                .setPGStartupWait(limit)
                .setPort(port)
                .setConnectConfig("password", password)
                // These reach initdb as --name=value: no moment in which the server would let in anyone who asks.
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "reject")
                .setLocaleConfig("pwfile", data.resolveSibling(PASSWORD_FILE).toString())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "40")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                // Statements and rows may hold what no log may.
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_error_verbosity", "terse")
                .setOutputRedirector(log)
                .setErrorRedirector(log);
    }

    /** Ends connections and stops; what was committed stays. */
    public synchronized void stop() throws IOException {
        wanted = false;
        EmbeddedPostgres stopped = running;
        if (stopped != null) {
            running = null;
            stopped.close();
            log.info("embedded database stopped");
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        lock.close();
    }

    private static void closeQuietly(EmbeddedPostgres ended) {
        try {
            ended.close();
        } catch (IOException e) {
            log.debug("the library could not close what had ended", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
