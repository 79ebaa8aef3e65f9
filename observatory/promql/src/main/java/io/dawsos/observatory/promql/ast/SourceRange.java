package io.dawsos.observatory.promql.ast;

/**
 * Where in the query's text a node stands.
 *
 * @param start index of its first character
 * @param end index after its last character
 */
public record SourceRange(int start, int end) {
    /** Where it starts in the query, as messages write it: {@code 1:6} is line 1, column 6. */
    public String position(String query) {
        int until = Math.min(start, query.length());
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < until; i++) {
            if (query.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return line + ":" + (until - lineStart + 1);
    }
}
