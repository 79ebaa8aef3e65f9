package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.PromQlException;

/** Makes the exception that says where in a query something is wrong. */
final class SyntaxFailure {
    private SyntaxFailure() {}

    /** @param index of the character that is meant; the length of the query means its end */
    static PromQlException at(String query, int index, String message) {
        return new PromQlException(PromQlException.Reason.SYNTAX, "query " + place(query, index) + ": " + message);
    }

    /** Line and column, both from 1, the column in code points. */
    private static String place(String query, int index) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (query.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return line + ":" + (query.codePointCount(lineStart, index) + 1);
    }
}
