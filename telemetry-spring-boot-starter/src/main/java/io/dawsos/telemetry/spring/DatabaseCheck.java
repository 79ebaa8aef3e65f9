package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.health.Health;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Whether a database answers.
 *
 * @param dataSource the untraced one: a check is no request's query
 */
record DatabaseCheck(DataSource dataSource) implements Health.Check {

    static final Duration LIMIT = Duration.ofSeconds(2);

    @Override
    public void run() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.isValid((int) LIMIT.toSeconds())) {
                throw new SQLException(
                        "the connection is not valid: the database did not answer within " + LIMIT.toSeconds() + " s");
            }
        }
    }
}
