package io.dawsos.telemetry.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.telemetry.Capability;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.TelemetrySettings;
import io.dawsos.telemetry.testing.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracedDataSourceTest {

    private final JdbcDataSource h2 = new JdbcDataSource();
    private OtlpReceiver receiver;
    private Telemetry telemetry;
    private DataSource source;
    private Connection keepsDatabase;

    @BeforeEach
    void start() throws IOException, SQLException {
        receiver = OtlpReceiver.start();
        telemetry = Telemetry.start(
                TelemetrySettings.from(Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", receiver.endpoint())));
        h2.setURL("jdbc:h2:mem:traced");
        source = TracedDataSource.wrap(h2, telemetry);
        keepsDatabase = source.getConnection();
        try (Statement statement = keepsDatabase.createStatement()) {
            statement.execute("create table lots (id int primary key, owner varchar)");
        }
    }

    @AfterEach
    void stop() throws SQLException {
        keepsDatabase.close();
        telemetry.close();
        receiver.close();
    }

    @Test
    void prepared_withinATrace_spanByConventions() throws SQLException {
        inTrace(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select owner from lots where id = ? and owner <> 'secret'")) {
                query.setInt(1, 7);
                try (ResultSet _ = query.executeQuery()) {
                    assertThat(query.getConnection()).isSameAs(connection);
                }
            }
        });

        List<Span> spans = queries();
        assertThat(spans).hasSize(1);
        assertThat(OtlpReceiver.attributes(spans.getFirst().getAttributesList()))
                .containsEntry("db.system.name", "h2database")
                .containsEntry("db.operation.name", "SELECT")
                .containsEntry("db.query.summary", "SELECT lots")
                .containsEntry("db.collection.name", "lots")
                .containsEntry("db.query.text", "select owner from lots where id = ? and owner <> ?");
        assertThat(spans.getFirst().getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    }

    @Test
    void prepared_executedTwice_twoSpans() throws SQLException {
        inTrace(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into lots values (?, ?)")) {
                for (int id = 0; id < 2; id++) {
                    insert.setInt(1, id);
                    insert.setString(2, "demo");
                    insert.executeUpdate();
                }
            }
        });

        assertThat(queries()).hasSize(2);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void batch_ofPrepared_oneSpanWithItsSize() throws SQLException {
        inTrace(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into lots values (?, ?)")) {
                for (int id = 0; id < 3; id++) {
                    insert.setInt(1, id);
                    insert.setString(2, "demo");
                    insert.addBatch();
                }
                assertThat(insert.executeBatch()).containsExactly(1, 1, 1);
            }
        });

        assertThat(queries()).hasSize(1);
        assertThat(OtlpReceiver.attributes(queries().getFirst().getAttributesList()))
                .containsEntry("db.operation.batch.size", 3L)
                .containsEntry("db.query.summary", "INSERT lots");
    }

    @Test
    void statement_fails_stateOnTheSpanButNoValueAndSqlExceptionThrown() {
        assertThatThrownBy(() -> inTrace(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.executeUpdate("insert into lots values (1, 'o''hara')");
                        statement.executeUpdate("insert into lots values (1, 'o''hara')");
                    }
                }))
                .isInstanceOf(SQLException.class);

        Span failed = queries().get(1);
        assertThat(failed.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
        assertThat(OtlpReceiver.attributes(failed.getAttributesList()))
                .containsEntry("error.type", "23505")
                .containsEntry("db.response.status_code", "23505");
        assertThat(failed.toString()).doesNotContain("hara");
    }

    @Test
    void outsideOfATrace_query_noSpan() throws SQLException {
        assertThat(count()).isZero();

        assertThat(queries()).isEmpty();
    }

    @Test
    void unwrap_driversOwnType_given() throws SQLException {
        assertThat(source.unwrap(JdbcDataSource.class)).isSameAs(h2);
        assertThat(keepsDatabase.isWrapperFor(org.h2.jdbc.JdbcConnection.class)).isTrue();
        assertThat(keepsDatabase.unwrap(org.h2.jdbc.JdbcConnection.class)).isNotSameAs(keepsDatabase);
        assertThat(Set.of(keepsDatabase)).contains(keepsDatabase);
    }

    @Test
    void wrap_telemetryOff_theSourceItself() {
        assertThat(TracedDataSource.wrap(h2, Telemetry.disabled())).isSameAs(h2);
    }

    private void inTrace(Work work) throws SQLException {
        Capability capability = telemetry.capability("work");
        try (Connection connection = source.getConnection()) {
            capability.execute(_ -> work.with(connection));
        }
    }

    private int count() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from lots")) {
            result.next();
            return result.getInt(1);
        }
    }

    private List<Span> queries() {
        telemetry.flush();
        return receiver.spans().stream()
                .filter(span -> span.getName().equals("db.query"))
                .toList();
    }

    @FunctionalInterface
    private interface Work {
        void with(Connection connection) throws SQLException;
    }
}
