package io.dawsos.benchmarks.overhead;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code wrk} measured.
 *
 * @param p50 in milliseconds, like {@code p99}
 * @param failed answers that were not 2xx or 3xx, and socket errors
 */
record Load(double requestsPerSecond, double p50, double p99, long requests, long failed) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern NOT_2XX = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern SOCKET =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    /** @throws IllegalArgumentException if this is not what {@code wrk --latency} prints */
    static Load parse(String output) {
        return new Load(
                Double.parseDouble(required(RATE, output)),
                percentile("50%", output),
                percentile("99%", output),
                Long.parseLong(required(REQUESTS, output)),
                failed(output));
    }

    private static double percentile(String name, String output) {
        Matcher matcher = Pattern.compile("^\\s+" + name + "\\s+([\\d.]+)(us|ms|s)\\s*$", Pattern.MULTILINE)
                .matcher(output);
        if (!matcher.find()) {
            throw new IllegalArgumentException("wanted wrk's latency of " + name + ", got:\n" + output);
        }
        double value = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "us" -> value / 1_000;
            case "s" -> value * 1_000;
            default -> value;
        };
    }

    private static long failed(String output) {
        long failed = 0;
        Matcher status = NOT_2XX.matcher(output);
        if (status.find()) {
            failed += Long.parseLong(status.group(1));
        }
        Matcher socket = SOCKET.matcher(output);
        if (socket.find()) {
            for (int group = 1; group <= socket.groupCount(); group++) {
                failed += Long.parseLong(socket.group(group));
            }
        }
        return failed;
    }

    private static String required(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalArgumentException("wanted \"" + pattern + "\" in wrk's output, got:\n" + output);
        }
        return matcher.group(1);
    }
}
