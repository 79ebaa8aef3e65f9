package io.dawsos.telemetry.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * What may be told of a query: of low cardinality, and without a value of anybody's.
 *
 * @param summary operations, each followed by what it works on: {@code SELECT lots securities}
 * @param operation the first operation, {@code SELECT}
 * @param collection the table, when there is but one
 * @param text the query with {@code ?} for each literal, and no comments
 */
record SqlShape(String summary, String operation, @Nullable String collection, String text) {

    /** Longer queries are looked at up to here. */
    static final int LONGEST = 8192;

    static SqlShape of(String sql) {
        SqlScanner scanner = new SqlScanner(sql.length() > LONGEST ? sql.substring(0, LONGEST) : sql);
        SqlSummary summary = new SqlSummary();
        for (String token = scanner.next(); token != null; token = scanner.next()) {
            summary.add(token);
        }
        return new SqlShape(summary.text(), summary.operation(), summary.collection(), scanner.text());
    }
}
