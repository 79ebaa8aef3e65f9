package io.dawsos.observatory.promql.eval;

/**
 * The times at which an expression is evaluated, in milliseconds since the epoch.
 *
 * @param start of the first
 * @param interval between two; positive (1 for an instant query)
 * @param count at least 1
 */
public record Steps(long start, long interval, int count) {
    public static Steps instant(long time) {
        return new Steps(time, 1, 1);
    }

    public long at(int step) {
        return start + step * interval;
    }

    public long end() {
        return at(count - 1);
    }
}
