package io.dawsos.telemetry.jdbc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operations of a query and the tables that each works on, from its words alone: good enough to tell queries
 * apart, with no grammar to keep up. What a {@code WITH} names is no table.
 */
final class SqlSummary {

    private static final int LONGEST = 255;
    private static final Set<String> OPERATIONS =
            Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "CALL", "COPY");

    /** After these, UPDATE and DELETE are no operations: {@code FOR UPDATE}, {@code ON CONFLICT DO UPDATE}. */
    private static final Set<String> NO_OPERATION_AFTER = Set.of("FOR", "DO", "ON", "KEY", "THEN", "OR");

    private static final Set<String> BEFORE_TABLE =
            Set.of("INTO", "JOIN", "UPDATE", "TABLE", "TRUNCATE", "CALL", "COPY");
    private static final Set<String> BEFORE_TABLES = Set.of("FROM", "USING");
    private static final Set<String> STILL_BEFORE = Set.of("ONLY", "LATERAL", "IF", "NOT", "EXISTS", "TABLE");
    private static final Set<String> AFTER_TABLES =
            Set.of("WHERE", "SET", "GROUP", "ORDER", "LIMIT", "UNION", "VALUES", "RETURNING", "HAVING", "FOR", "WHEN");

    private final List<String> parts = new ArrayList<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private final Set<String> ofOperation = new HashSet<>();
    private final Set<String> commonTables = new HashSet<>();

    /** The depths of parentheses at which an operation was seen: elsewhere FROM belongs to a function. */
    private final BitSet queries = new BitSet();

    private @Nullable String operation;
    private String before = "";
    private String twoBefore = "";
    private boolean expectsTable;
    private int depth;

    /** Where a list of tables goes on after a comma; -1 outside of one. */
    private int tablesDepth = -1;

    void add(String token) {
        String word = token.toUpperCase(Locale.ROOT);
        switch (word) {
            case "(" -> open();
            case ")" -> close();
            case "," -> expectsTable = depth == tablesDepth;
            default -> word(token, word);
        }
        if (!word.equals("MATERIALIZED")) {
            twoBefore = before;
            before = word;
        }
    }

    /** {@code SELECT lots securities}; cut between words. */
    String text() {
        StringBuilder summary = new StringBuilder();
        for (String part : parts) {
            if (summary.length() + part.length() >= LONGEST) {
                break;
            }
            summary.append(summary.isEmpty() ? "" : " ").append(part);
        }
        return summary.toString();
    }

    /** Of the whole query, not of one within it; empty when there is none. */
    String operation() {
        return operation != null ? operation : parts.isEmpty() ? "" : parts.getFirst();
    }

    @Nullable
    String collection() {
        return tables.size() == 1 ? tables.iterator().next() : null;
    }

    private void word(String token, String word) {
        boolean isTable = expectsTable && !OPERATIONS.contains(word) && isName(token);
        if (isTable && STILL_BEFORE.contains(word)) {
            return;
        }
        expectsTable = false;
        if (isTable) {
            table(token);
            return;
        }
        boolean updates = word.equals("UPDATE") || word.equals("DELETE");
        if (updates && NO_OPERATION_AFTER.contains(before)) {
            return;
        }
        if (OPERATIONS.contains(word) || (before.isEmpty() && !word.equals("WITH"))) {
            operation(word);
        }
        if (BEFORE_TABLE.contains(word)) {
            expectsTable = true;
            tablesDepth = -1;
        } else if (BEFORE_TABLES.contains(word) && queries.get(depth) && !before.equals("DISTINCT")) {
            expectsTable = true;
            tablesDepth = depth;
        } else if (AFTER_TABLES.contains(word)) {
            tablesDepth = -1;
        }
    }

    private void operation(String word) {
        if (depth == 0 && operation == null) {
            operation = word;
        }
        parts.add(word);
        ofOperation.clear();
        queries.set(depth);
        tablesDepth = -1;
    }

    private void open() {
        if (before.equals("AS")) {
            commonTables.add(name(twoBefore));
        }
        depth++;
        queries.clear(depth);
        expectsTable = false;
    }

    private void close() {
        depth = Math.max(0, depth - 1);
        expectsTable = false;
    }

    private void table(String token) {
        String name = name(token);
        if (!commonTables.contains(name.toUpperCase(Locale.ROOT))) {
            tables.add(name);
            if (ofOperation.add(name)) {
                parts.add(name);
            }
        }
    }

    private static String name(String token) {
        return token.replace("\"", "").replace("`", "");
    }

    private static boolean isName(String token) {
        char first = token.charAt(0);
        return Character.isLetter(first) || first == '_' || first == '"' || first == '`';
    }
}
