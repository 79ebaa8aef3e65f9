package io.dawsos.observatory.server.api;

import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;

/** A label's name in an address, where one that is no plain name is written as {@code U__} and its escapes. */
final class LabelName {
    private static final String ESCAPED = "U__";

    private LabelName() {}

    static String of(String written) {
        if (written.isEmpty()) {
            throw new Failure(FailureType.BAD_DATA, "invalid label name: \"\"");
        }
        return written.startsWith(ESCAPED) ? unescaped(written) : written;
    }

    /** Two underscores stand for one; the code point of another character stands in hexadecimal between two. */
    private static String unescaped(String written) {
        StringBuilder name = new StringBuilder();
        for (int i = ESCAPED.length(); i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '_') {
                name.append(c);
                continue;
            }
            int end = written.indexOf('_', i + 1);
            if (end == i + 1) {
                name.append('_');
            } else if (end < 0 || !appendCodePoint(name, written.substring(i + 1, end))) {
                return written;
            }
            i = end;
        }
        return name.toString();
    }

    private static boolean appendCodePoint(StringBuilder name, String hexadecimal) {
        if (!hexadecimal.matches("[0-9a-fA-F]{1,6}")) {
            return false;
        }
        int codePoint = Integer.parseInt(hexadecimal, 16);
        if (!Character.isValidCodePoint(codePoint)) {
            return false;
        }
        name.appendCodePoint(codePoint);
        return true;
    }
}
