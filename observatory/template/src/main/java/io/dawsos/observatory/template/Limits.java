package io.dawsos.observatory.template;

/**
 * How much a template may be and cost.
 *
 * @param text characters of a template's or a file's text
 * @param output characters that one execution writes, and those of every string that it makes
 * @param steps of one execution: evaluations, and characters that functions return in units of 64
 */
public record Limits(int text, int output, long steps) {
    /** Ample for what people are sent, small enough for a process that sends thousands. */
    public static final Limits DEFAULT = new Limits(1 << 20, 1 << 20, 2_000_000);

    /** Actions, parentheses and calls of templates that stand in each other, so that no stack overflows. */
    static final int DEPTH = 300;

    public Limits {
        if (text < 1 || output < 1 || steps < 1) {
            throw new IllegalArgumentException(
                    "limits are positive numbers, got " + text + ", " + output + ", " + steps);
        }
    }
}
