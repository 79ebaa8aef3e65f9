package io.dawsos.observatory.promql;

import java.time.Duration;
import java.util.List;

/**
 * How a query was evaluated, with its result.
 *
 * @param plan the part that gave the result, and under it those it was made of
 */
public record Explanation(QueryResult result, Part plan) {
    /**
     * A part of the plan.
     *
     * @param text the expression that it evaluates
     * @param how what kind of work it is
     * @param series how many rows it gave
     * @param samplesRead how many samples it read of the source
     * @param time that its own work took, over all threads, without the parts under it
     */
    public record Part(String how, String text, long series, long samplesRead, Duration time, List<Part> parts) {
        public Part {
            parts = List.copyOf(parts);
        }
    }

    /** As an indented tree, a line a part. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(plan, 0, text);
        return text.toString();
    }

    private static void append(Part part, int depth, StringBuilder text) {
        text.append("  ".repeat(depth)).append(part.how()).append("  ").append(part.text());
        text.append("  series=").append(part.series());
        if (part.samplesRead() > 0) {
            text.append(" samples=").append(part.samplesRead());
        }
        text.append(String.format(" time=%.3fms%n", part.time().toNanos() / 1e6));
        part.parts().forEach(inner -> append(inner, depth + 1, text));
    }
}
