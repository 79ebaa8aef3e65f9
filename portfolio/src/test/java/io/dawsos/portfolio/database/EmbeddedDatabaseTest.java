package io.dawsos.portfolio.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path data;

    @BeforeEach
    void shareBinaries() throws IOException {
        Folders.shareBinaries(data);
    }

    @Test
    void start_serviceKilledBefore_leftBehindServerStoppedAndDataKept() throws Exception {
        Process killed = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledService.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("killed.log").toFile())
                .start();
        assertThat(killed.waitFor()).isEqualTo(KilledService.EXIT);
        long left = Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
        assertThat(ProcessHandle.of(left)).isPresent();

        try (EmbeddedDatabase next = EmbeddedDatabase.start(data)) {
            assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(query(next, "SELECT number FROM kept")).isEqualTo("42");
        }
    }

    /** What had gone wrong: the service went on without its database until somebody started it anew. */
    @Test
    void server_killedAlone_isStartedAgainWithWhatWasCommitted() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            run(database, "CREATE TABLE kept AS SELECT 7 AS number");
            for (int kill = 1; kill <= 2; kill++) {
                ProcessHandle server = Postmaster.of(data.resolve("postgres")).orElseThrow();
                assertThat(server.destroyForcibly()).isTrue();

                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptionsInstanceOf(SQLException.class)
                        .until(() -> query(database, "SELECT number FROM kept").equals("7"));
                assertThat(Postmaster.of(data.resolve("postgres")))
                        .hasValueSatisfying(next -> assertThat(next.pid()).isNotEqualTo(server.pid()));
            }
        }
        assertThat(data.resolve("postgres/postmaster.pid"))
                .as("stopped, it stays so")
                .doesNotExist();
    }

    /** Two servers on one folder would ruin it: what runs on is waited for. */
    @Test
    void server_killedWhileAQueryRuns_startsOnlyWhenThatHasEnded() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
                Connection busy = connect(database);
                Statement statement = busy.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            run(database, "CREATE TABLE kept AS SELECT 7 AS number");
            long backend = Long.parseLong(query(statement, "SELECT pg_backend_pid()"));
            Future<?> query =
                    threads.submit(() -> query(statement, "SELECT count(*) FROM generate_series(1, 30000000)"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> query(database, "SELECT state FROM pg_stat_activity WHERE pid = " + backend)
                            .equals("active"));

            assertThat(Postmaster.of(data.resolve("postgres")).orElseThrow().destroyForcibly())
                    .isTrue();

            await().atMost(Duration.ofSeconds(90))
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .until(() -> query(database, "SELECT number FROM kept").equals("7"));
            assertThat(ProcessHandle.of(backend).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(query).as("it ran on to its end").succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void start_pidFileOfAProcessThatIsGone_starts() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
            run(first, "CREATE TABLE kept AS SELECT 1 AS number");
        }
        Files.writeString(
                data.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n/elsewhere\n");

        try (EmbeddedDatabase again = EmbeddedDatabase.start(data)) {
            assertThat(query(again, "SELECT number FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void start_running_safeByDefault() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(database, "SHOW unix_socket_directories")).isEmpty();
            assertThat(query(database, "SHOW fsync")).isEqualTo("on");
            assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(
                            () -> DriverManager.getConnection(database.address().url(), "postgres", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void start_makingWasCutOff_madeAnewAndTheOldOneKeptAside() throws Exception {
        Files.writeString(Files.createDirectories(data.resolve("postgres")).resolve("postgresql.conf"), "");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
        try (var folders = Files.list(data)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("postgres.half-made."));
        }
    }

    @Test
    void start_folderInUse_refusedNamingTheProcess() throws IOException {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
            assertThat(first.address().url()).isNotEmpty();
            assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void readOrCreate_othersMayRead_refused() throws IOException {
        Path file = data.resolve("secret");
        assertThat(PrivateFile.readOrCreate(data, "secret", () -> "first")).isEqualTo("first");
        assertThat(PrivateFile.readOrCreate(data, "secret", () -> "second")).isEqualTo("first");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> PrivateFile.readOrCreate(data, "secret", () -> "third"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("may be read by others (rw-r--r--); run: chmod 600");
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String query(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        DatabaseAddress address = database.address();
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
