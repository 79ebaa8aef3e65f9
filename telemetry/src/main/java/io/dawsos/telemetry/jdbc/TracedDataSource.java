package io.dawsos.telemetry.jdbc;

import io.dawsos.telemetry.Telemetry;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose queries, within a trace, are {@code db.query} spans by OpenTelemetry's conventions for databases.
 * Outside of a trace (health checks, pollers) there are none. The SQL that is sent is never changed; parameters are
 * never looked at; of the SQL that is shown, literals and comments are taken out.
 */
public final class TracedDataSource implements DataSource, Closeable {

    private final DataSource source;
    private final QuerySpans spans;

    private TracedDataSource(DataSource source, QuerySpans spans) {
        this.source = source;
        this.spans = spans;
    }

    /** The source itself where telemetry is off. Closing what is returned closes the source, if it can be closed. */
    public static DataSource wrap(DataSource source, Telemetry telemetry) {
        return telemetry.enabled() ? new TracedDataSource(source, new QuerySpans(telemetry.tracer())) : source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ConnectionProxy.of(source.getConnection(), spans);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return ConnectionProxy.of(source.getConnection(user, password), spans);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        return type.isInstance(source) ? type.cast(source) : source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || type.isInstance(source) || source.isWrapperFor(type);
    }

    @Override
    public void close() throws IOException {
        if (source instanceof Closeable closeable) {
            closeable.close();
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }
}
