package io.dawsos.portfolio.night;

import io.dawsos.portfolio.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Holds processes at {@link Seam}s of one database. For one thread. */
final class Seams implements AutoCloseable {

    /** Until the service's own limit on a statement, five seconds; it then asks again. */
    private static final String FUNCTION = """
            CREATE FUNCTION held() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = '60s' AS $$
            BEGIN
                PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::bigint);
                RETURN NEW;
            END $$
            """;

    private static final String WAITING = " FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = %d"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private final Connection connection;

    Seams(DatabaseAddress database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        run(FUNCTION);
        for (Seam seam : Seam.values()) {
            run(seam.trigger());
        }
    }

    /** Whoever gets there waits from now on. */
    void hold(Seam seam) {
        run("SELECT pg_advisory_lock(%d)".formatted(seam.lock()));
    }

    boolean isReached(Seam seam) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*)" + WAITING.formatted(seam.lock()))) {
            row.next();
            return row.getInt(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends what waits there as PostgreSQL does when it sees that its client is gone, and holds nobody any more. */
    void cut(Seam seam) {
        run("SELECT pg_terminate_backend(pid, 10000)" + WAITING.formatted(seam.lock()));
        letGo(seam);
    }

    void letGo(Seam seam) {
        run("SELECT pg_advisory_unlock(%d)".formatted(seam.lock()));
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
