package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.ast.SourceRange;

/** Pieces of a query as messages quote them: on one line and not too long. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    static String quoted(String text) {
        return '"' + shortened(text) + '"';
    }

    static String source(String query, SourceRange at) {
        return shortened(query.substring(at.start(), at.end()));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
    }
}
