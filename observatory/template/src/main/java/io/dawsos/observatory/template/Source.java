package io.dawsos.observatory.template;

import java.util.Arrays;

/** A text with its name and where its lines begin. */
final class Source {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    Source(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, 2 * lines);
            }
            starts[lines++] = at + 1;
        }
        return Arrays.copyOf(starts, lines);
    }

    String text() {
        return text;
    }

    Place place(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Place(name, line + 1, text.codePointCount(lineStarts[line], offset) + 1);
    }

    TemplateException problem(int offset, String problem) {
        return new TemplateException(problem, place(offset));
    }
}
