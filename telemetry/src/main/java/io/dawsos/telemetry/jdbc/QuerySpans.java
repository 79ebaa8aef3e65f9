package io.dawsos.telemetry.jdbc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the spans of queries. What is told of a query is found once for each SQL text, and kept for the newest of them. */
final class QuerySpans {

    private static final int MOST_TEXTS = 1000;
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("db.operation.name");
    private static final AttributeKey<String> SUMMARY = AttributeKey.stringKey("db.query.summary");
    private static final AttributeKey<String> COLLECTION = AttributeKey.stringKey("db.collection.name");
    private static final AttributeKey<String> TEXT = AttributeKey.stringKey("db.query.text");
    private static final AttributeKey<Long> BATCH = AttributeKey.longKey("db.operation.batch.size");

    private final Tracer tracer;
    private final Cache<String, Attributes> known =
            Caffeine.newBuilder().maximumSize(MOST_TEXTS).build();
    private volatile @Nullable String system;

    QuerySpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** A query inside of a trace. */
    @FunctionalInterface
    interface Query {
        @Nullable
        Object run() throws Throwable;
    }

    /** @param batch how many statements are sent at once; 0 for one that is not a batch */
    @Nullable
    Object run(String sql, long batch, Connection connection, Query query) throws Throwable {
        if (!Span.current().getSpanContext().isValid()) {
            return query.run();
        }
        Span span = tracer.spanBuilder("db.query")
                .setSpanKind(SpanKind.CLIENT)
                .setAllAttributes(attributes(sql, connection))
                .startSpan();
        if (batch > 1) {
            span.setAttribute(BATCH, batch);
        }
        try {
            return query.run();
        } catch (Throwable thrown) {
            failed(span, thrown);
            throw thrown;
        } finally {
            span.end();
        }
    }

    /** The message is left to the log of who asked: a database likes to quote the values that it did not accept. */
    private static void failed(Span span, Throwable thrown) {
        String type = thrown.getClass().getName();
        if (thrown instanceof SQLException sql && sql.getSQLState() != null) {
            type = sql.getSQLState();
            span.setAttribute("db.response.status_code", type);
        }
        span.setAttribute("error.type", type).setStatus(StatusCode.ERROR);
    }

    private Attributes attributes(String sql, Connection connection) {
        Attributes attributes = known.getIfPresent(sql);
        if (attributes == null) {
            attributes = describe(sql, connection);
            known.put(sql, attributes);
        }
        return attributes;
    }

    private Attributes describe(String sql, Connection connection) {
        SqlShape shape = SqlShape.of(sql);
        AttributesBuilder attributes = Attributes.builder()
                .put(SYSTEM, system(connection))
                .put(OPERATION, shape.operation())
                .put(SUMMARY, shape.summary())
                .put(TEXT, shape.text());
        if (shape.collection() != null) {
            attributes.put(COLLECTION, shape.collection());
        }
        return attributes.build();
    }

    private String system(Connection connection) {
        String found = system;
        if (found == null) {
            found = name(connection);
            system = found;
        }
        return found;
    }

    private static String name(Connection connection) {
        String product;
        try {
            product = connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            product = ""; // the query itself will say what is wrong with the connection
        }
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> "postgresql";
            case "h2" -> "h2database";
            case "mysql" -> "mysql";
            case "mariadb" -> "mariadb";
            case "oracle" -> "oracle.db";
            case "microsoft sql server" -> "microsoft.sql_server";
            case "hsql database engine" -> "hsqldb";
            default -> "other_sql";
        };
    }
}
