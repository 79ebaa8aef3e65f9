package io.dawsos.portfolio.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class DatabaseAwayTest {

    @ParameterizedTest
    @CsvSource({"08006, true", "57P01, true", "55P03, true", "53300, true", "23505, false", "55000, false", ", true"})
    void failure_byItsState_isOfTheDatabasesBeingAwayOrNot(String state, boolean away) {
        assertThat(DatabaseAway.saidBy(new IllegalStateException(new SQLException("", state))))
                .isEqualTo(away);
    }

    /** A database that was told to take no connections was answered with 500: the pool passes the refusal's state on. */
    @ParameterizedTest
    @CsvSource({"55000", "28P01", "3D000"})
    void pool_cannotConnectForWhateverReason_isAway(String state) {
        SQLException refused = new SQLException("refused", state);
        SQLException pool = new SQLTransientConnectionException("no connection in time", state, refused);

        assertThat(DatabaseAway.saidBy(new CannotGetJdbcConnectionException("no connection", pool)))
                .isTrue();
    }

    @Test
    void failure_ofNoDatabase_isNot() {
        assertThat(DatabaseAway.saidBy(new IllegalStateException("broken"))).isFalse();
    }
}
