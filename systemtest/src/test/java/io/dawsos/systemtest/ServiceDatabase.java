package io.dawsos.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The service's PostgreSQL, as somebody disturbs it from outside. */
final class ServiceDatabase implements AutoCloseable {

    private static final int PORT_LINE = 3;
    private static final String USER = "postgres";

    private final Path data;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param data the service's folder */
    ServiceDatabase(Path data) {
        this.data = data;
    }

    /**
     * As a migration that takes its time: nobody reads the table meanwhile.
     *
     * @return once it is locked: when it is not any more
     */
    Future<Void> lock(String table, Duration held) throws SQLException, IOException {
        Connection connection = connect(USER);
        try {
            connection.setAutoCommit(false);
            execute(connection, "LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        Callable<Void> hold = () -> {
            try (connection) {
                execute(connection, "SELECT pg_sleep(" + held.toMillis() / 1e3 + ")");
                connection.commit();
                return null;
            }
        };
        return threads.submit(hold);
    }

    /** Ends every connection and takes none. */
    void refuse() throws SQLException, IOException {
        try (Connection connection = connect("template1")) {
            execute(connection, "ALTER DATABASE postgres WITH ALLOW_CONNECTIONS false");
            execute(connection, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'postgres'");
        }
    }

    void admit() throws SQLException, IOException {
        try (Connection connection = connect("template1")) {
            execute(connection, "ALTER DATABASE postgres WITH ALLOW_CONNECTIONS true");
        }
    }

    private Connection connect(String database) throws SQLException, IOException {
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(PORT_LINE);
        String password = Files.readString(data.resolve("postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
