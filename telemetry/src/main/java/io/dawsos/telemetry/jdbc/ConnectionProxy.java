package io.dawsos.telemetry.jdbc;

import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Hands out statements whose executions are spans. */
final class ConnectionProxy extends JdbcProxy<Connection> {

    private final QuerySpans spans;

    private ConnectionProxy(Connection target, QuerySpans spans) {
        super(target);
        this.spans = spans;
    }

    static Connection of(Connection target, QuerySpans spans) {
        return as(Connection.class, new ConnectionProxy(target, spans));
    }

    @Override
    @Nullable
    Object call(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        Object result = pass(method, args);
        Connection self = (Connection) proxy;
        return switch (result) {
            case CallableStatement statement ->
                as(CallableStatement.class, new StatementProxy(statement, self, target, sql(args), spans));
            case PreparedStatement statement ->
                as(PreparedStatement.class, new StatementProxy(statement, self, target, sql(args), spans));
            case Statement statement -> as(Statement.class, new StatementProxy(statement, self, target, null, spans));
            case null, default -> result;
        };
    }

    private static @Nullable String sql(Object @Nullable [] args) {
        return args != null && args.length > 0 && args[0] instanceof String sql ? sql : null;
    }
}
