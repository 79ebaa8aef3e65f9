package io.dawsos.portfolio.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the providers' environment variables. A blank one counts as absent. */
record ProviderVariables(Function<String, @Nullable String> environment) {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})(ms|s|m)");
    private static final int MOST_PER_MINUTE = 100_000;
    private static final int LONGEST_KEY = 1_000;
    private static final ApiKey SIMULATOR_KEY = new ApiKey("simulator");

    /** @param address the provider's own, for when there is a key and nothing else is said */
    Source source(String name, String address, int perMinute, int simulatorPort) {
        String prefix = "DAWSOS_" + name.toUpperCase(Locale.ROOT);
        String url = optional(prefix + "_URL");
        String key = key(prefix);
        int rate = number(prefix + "_PER_MINUTE", perMinute, 1, MOST_PER_MINUTE);
        if (key != null) {
            return new Source(name, base(prefix + "_URL", url == null ? address : url), new ApiKey(key), false, rate);
        }
        if (url != null) {
            throw new IllegalArgumentException(
                    "%1$s_URL is set and its key is not: set %1$s_KEY or %1$s_KEY_FILE".formatted(prefix));
        }
        URI simulator = URI.create("http://127.0.0.1:%d/%s".formatted(simulatorPort, name));
        return new Source(name, simulator, SIMULATOR_KEY, true, rate);
    }

    int number(String name, int otherwise, int least, int most) {
        String value = optional(name);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("\\d{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        throw wrong(name, "a number from %d to %d".formatted(least, most), value);
    }

    Duration duration(String name, Duration otherwise, Duration most) {
        String value = optional(name);
        Duration duration = value == null ? otherwise : parse(name, value);
        if (duration.isPositive() && duration.compareTo(most) <= 0) {
            return duration;
        }
        throw wrong(name, "more than nothing and at most " + most, String.valueOf(value));
    }

    private static Duration parse(String name, String value) {
        Matcher amount = AMOUNT.matcher(value);
        try {
            return amount.matches() ? Duration.parse("PT" + seconds(amount)) : Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw wrong(name, "a duration such as 10s, 500ms or PT10S", value);
        }
    }

    private static String seconds(Matcher amount) {
        return switch (amount.group(2)) {
            case "ms" -> Double.parseDouble(amount.group(1)) / 1000 + "S";
            case "m" -> amount.group(1) + "M";
            default -> amount.group(1) + "S";
        };
    }

    private @Nullable String key(String prefix) {
        String key = optional(prefix + "_KEY");
        String file = optional(prefix + "_KEY_FILE");
        if (key != null && file != null) {
            throw new IllegalArgumentException(
                    "%1$s_KEY and %1$s_KEY_FILE are both set: set one of them".formatted(prefix));
        }
        return file == null ? key : keyFrom(prefix + "_KEY_FILE", Path.of(file));
    }

    private static String keyFrom(String name, Path file) {
        try {
            String key = Files.readString(file).strip();
            if (key.isEmpty() || key.length() > LONGEST_KEY || key.lines().count() != 1) {
                throw wrong(name, "a file with the key on one line", file.toString());
            }
            return key;
        } catch (IOException e) {
            throw new IllegalArgumentException("%s: %s cannot be read".formatted(name, file), e);
        }
    }

    /** The key goes along in every address: only where nobody reads along. */
    private static URI base(String name, String value) {
        try {
            URI base = new URI(value.replaceFirst("/+$", ""));
            String scheme = String.valueOf(base.getScheme());
            boolean plain = base.getHost() != null
                    && base.getUserInfo() == null
                    && base.getQuery() == null
                    && base.getFragment() == null;
            if (plain && (scheme.equals("https") || (scheme.equals("http") && isThisMachine(base.getHost())))) {
                return base;
            }
        } catch (URISyntaxException e) {
            throw wrong(name, "an address such as https://example.org", "something that is no address");
        }
        throw wrong(
                name,
                "https://HOST[:PORT][/PATH], or http:// to this machine (the key is in the address)",
                "another address");
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private @Nullable String optional(String name) {
        String value = environment.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static IllegalArgumentException wrong(String name, String wanted, String came) {
        return new IllegalArgumentException("%s: wanted %s, got \"%s\"".formatted(name, wanted, came));
    }
}
