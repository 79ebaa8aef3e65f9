package io.dawsos.observatory.rules.check;

import io.dawsos.observatory.model.GoString;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes an expression into the place of another in a YAML file, in the notation that stands there where it can. */
final class ScalarText {
    /** Beginnings that mean something else to YAML than the text that they begin. */
    private static final Pattern NOT_PLAIN_FIRST = Pattern.compile("(?:[,\\[\\]{}#&*!|>'\"%@`\\s]|[-?:](?:\\s|$)).*");

    private static final Pattern NOT_PLAIN = Pattern.compile(".*(: | #|:$).*");

    private final String file;
    private final String newline;

    ScalarText(String file) {
        this.file = file;
        this.newline = file.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The file with one expression replaced; what stands before it keeps its place. */
    String replace(ExprScalar scalar, String pretty, String oneLine) {
        boolean oneLineThere = file.substring(scalar.start(), scalar.end()).indexOf('\n') < 0;
        if (oneLineThere && scalar.value().equals(scalar.flow() ? oneLine : pretty)) {
            return file;
        }
        if (scalar.flow()) {
            return splice(scalar.start(), scalar.end(), line(scalar.style(), oneLine, true));
        }
        if (scalar.style() == ExprScalar.Style.BLOCK) {
            return block(scalar, pretty);
        }
        if (pretty.indexOf('\n') < 0) {
            return splice(scalar.start(), scalar.end(), line(scalar.style(), pretty, false));
        }
        return toBlock(scalar, pretty);
    }

    private String splice(int start, int end, String replacement) {
        return file.substring(0, start) + replacement + file.substring(end);
    }

    private static String line(ExprScalar.Style style, String expr, boolean flow) {
        return switch (style) {
            case PLAIN, BLOCK -> isPlain(expr, flow) ? expr : singleQuoted(expr);
            case SINGLE_QUOTED -> singleQuoted(expr);
            case DOUBLE_QUOTED -> GoString.quoted(expr);
        };
    }

    private static boolean isPlain(String expr, boolean flow) {
        return !NOT_PLAIN_FIRST.matcher(expr).matches()
                && !NOT_PLAIN.matcher(expr).matches()
                && !(flow && expr.matches(".*[,\\[\\]{}].*"));
    }

    private static String singleQuoted(String expr) {
        return "'" + expr.replace("'", "''") + "'";
    }

    /** Replaces the lines of a block; its sign, and what stands beside it, stay. */
    private String block(ExprScalar scalar, String pretty) {
        int start = afterLine(scalar.start());
        int end = Math.max(start, scalar.end());
        while (end > start && Character.isWhitespace(file.charAt(end - 1))) {
            end--;
        }
        int first = start;
        while (first < end && Character.isWhitespace(file.charAt(first))) {
            first++;
        }
        int lineStart = file.lastIndexOf('\n', first) + 1;
        return splice(start, end, lines(pretty, file.substring(lineStart, first)));
    }

    /** Replaces a value on the line of its key by a block under it. */
    private String toBlock(ExprScalar scalar, String pretty) {
        String shortened = splice(scalar.start(), scalar.end(), "|-");
        int end = scalar.start();
        while (end < shortened.length() && shortened.charAt(end) != '\n' && shortened.charAt(end) != '\r') {
            end++;
        }
        String indent = " ".repeat(scalar.keyColumn() + 2);
        return shortened.substring(0, end) + newline + lines(pretty, indent) + shortened.substring(end);
    }

    /** The first line says how far in a block stands, and so has nothing before it. */
    private String lines(String pretty, String indent) {
        return pretty.stripLeading().lines().map(line -> indent + line).collect(Collectors.joining(newline));
    }

    private int afterLine(int position) {
        int end = file.indexOf('\n', position);
        return end < 0 ? file.length() : end + 1;
    }
}
