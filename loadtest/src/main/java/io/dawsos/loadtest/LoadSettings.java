package io.dawsos.loadtest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What load to make, from the system properties {@code load.*} that the launcher sets from its options: Gatling makes
 * the simulation itself and passes nothing to it.
 *
 * @param token a bearer token that may see every demo portfolio; from the environment, where other users of the machine
 *     do not see it
 */
record LoadSettings(String url, String token, int requestsPerSecond, Duration duration, Path results) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m|h)");

    static LoadSettings current() {
        return from(System.getProperties(), System.getenv());
    }

    /** @throws IllegalArgumentException naming the option, what was wanted and what came */
    static LoadSettings from(Properties properties, Map<String, String> environment) {
        String token = environment.get("DAWSOS_TOKEN");
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException("DAWSOS_TOKEN: wanted a bearer token in the environment, got none");
        }
        return new LoadSettings(
                required(properties, "url"),
                token,
                rps(required(properties, "rps")),
                duration(required(properties, "duration")),
                Path.of(required(properties, "results")));
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty("load." + name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("--" + name + ": wanted a value, got none");
        }
        return value;
    }

    private static int rps(String text) {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("--rps: wanted 1 to 999999 requests a second, got \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches() || text.startsWith("0")) {
            throw new IllegalArgumentException(
                    "--duration: wanted something like 60s, 10m or 1h, got \"" + text + "\"");
        }
        return Duration.parse("PT" + text);
    }
}
