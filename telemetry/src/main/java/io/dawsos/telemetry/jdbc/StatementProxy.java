package io.dawsos.telemetry.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Makes a span of each execution. Like the statement itself, not for two threads at once. */
final class StatementProxy extends JdbcProxy<Statement> {

    private final Connection connection;
    private final Connection bare;
    private final @Nullable String prepared;
    private final QuerySpans spans;

    /** Of a batch of different statements, the first stands for all. */
    private @Nullable String firstOfBatch;

    private long batch;

    /** @param prepared the SQL of a prepared statement; null for one that is told its SQL when it is executed */
    StatementProxy(
            Statement target, Connection connection, Connection bare, @Nullable String prepared, QuerySpans spans) {
        super(target);
        this.connection = connection;
        this.bare = bare;
        this.prepared = prepared;
        this.spans = spans;
    }

    @Override
    @Nullable
    Object call(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        return switch (method.getName()) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" ->
                spans.run(sql(args), 0, bare, () -> pass(method, args));
            case "executeBatch", "executeLargeBatch" -> executeBatch(method, args);
            case "addBatch" -> addBatch(method, args);
            case "clearBatch" -> clearBatch(method, args);
            case "getConnection" -> connection;
            default -> pass(method, args);
        };
    }

    private @Nullable Object executeBatch(Method method, Object @Nullable [] args) throws Throwable {
        String sql = firstOfBatch == null ? sql(null) : firstOfBatch;
        long size = batch;
        firstOfBatch = null;
        batch = 0;
        return spans.run(sql, size, bare, () -> pass(method, args));
    }

    private @Nullable Object addBatch(Method method, Object @Nullable [] args) throws Throwable {
        if (batch++ == 0) {
            firstOfBatch = sql(args);
        }
        return pass(method, args);
    }

    private @Nullable Object clearBatch(Method method, Object @Nullable [] args) throws Throwable {
        firstOfBatch = null;
        batch = 0;
        return pass(method, args);
    }

    private String sql(Object @Nullable [] args) {
        if (args != null && args.length > 0 && args[0] instanceof String sql) {
            return sql;
        }
        return prepared == null ? "" : prepared;
    }
}
