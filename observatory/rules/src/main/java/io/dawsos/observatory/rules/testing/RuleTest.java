package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One test of a file: series, and what is expected of the rules and of queries over them.
 *
 * @param name as the file gives it; empty when it gives none
 * @param line where it begins in the file
 * @param interval from one value of a series to the next
 * @param start the time of the series' first value, which all times of the checks count from
 * @param externalLabels what templates see as {@code $externalLabels}
 * @param externalUrl what templates see as {@code $externalURL}
 */
public record RuleTest(
        String name,
        int line,
        Duration interval,
        Instant start,
        List<InputSeries> series,
        List<AlertCheck> alertChecks,
        List<ExprCheck> exprChecks,
        Labels externalLabels,
        String externalUrl) {
    public RuleTest {
        series = List.copyOf(series);
        alertChecks = List.copyOf(alertChecks);
        exprChecks = List.copyOf(exprChecks);
    }

    /** Its name, or else the line that it begins in. */
    public String title() {
        return name.isEmpty() ? "test in line " + line : name;
    }

    /** The latest time that a check wants to know of. */
    Duration lastCheck() {
        return Stream.concat(
                        alertChecks.stream().map(AlertCheck::at),
                        exprChecks.stream().map(ExprCheck::at))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    boolean assertsNothing() {
        return alertChecks.isEmpty() && exprChecks.isEmpty();
    }
}
