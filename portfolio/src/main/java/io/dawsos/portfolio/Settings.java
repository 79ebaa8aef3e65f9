package io.dawsos.portfolio;

import io.dawsos.portfolio.database.DatabaseAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The service's settings.
 *
 * @param data folder of all that is kept: the embedded database, the signing key, logs
 * @param address the address that is listened on
 * @param port 0 takes a free one
 * @param database null for the embedded PostgreSQL
 * @param redis null for a cache in the process; may hold a password, so it is never printed
 * @param jwtIssuer null for tokens signed with the service's own key
 * @param zone tells which day it is
 * @param clockOffset how far the service's clock is ahead of the machine's; zero but for rehearsals
 * @param cachedPacks how many pricing packs the cache in the process holds
 */
public record Settings(
        Path data,
        String address,
        int port,
        @Nullable DatabaseAddress database,
        @Nullable String redis,
        @Nullable String jwtIssuer,
        ZoneId zone,
        Duration clockOffset,
        boolean demo,
        String environment,
        int cachedPacks) {

    /** @throws IllegalArgumentException naming the variable, what was wanted and, where that is no secret, what came */
    public static Settings from(Map<String, String> environment) {
        Variables set = new Variables(environment);
        return new Settings(
                Path.of(set.text("DAWSOS_DATA", ".dawsos")).toAbsolutePath().normalize(),
                set.text("DAWSOS_ADDRESS", "127.0.0.1"),
                set.number("DAWSOS_PORT", 8080, 0, 65_535),
                set.database(),
                set.optional("REDIS_URL"),
                set.optional("DAWSOS_JWT_ISSUER"),
                set.zone(),
                set.duration("DAWSOS_CLOCK_OFFSET"),
                set.flag("DAWSOS_DEMO", true),
                set.text("ENVIRONMENT", "development"),
                set.number("DAWSOS_CACHE_PACKS", 64, 1, 10_000));
    }

    /** The service's clock. */
    public Clock clock() {
        Clock machine = Clock.system(zone);
        return clockOffset.isZero() ? machine : Clock.offset(machine, clockOffset);
    }

    /** Hides the addresses that may hold a password. */
    @Override
    public String toString() {
        return "Settings[data=%s, address=%s, port=%d, environment=%s]".formatted(data, address, port, environment);
    }

    private record Variables(Map<String, String> environment) {

        @Nullable
        String optional(String name) {
            String value = environment.get(name);
            return value == null || value.isBlank() ? null : value.strip();
        }

        String text(String name, String otherwise) {
            String value = optional(name);
            return value == null ? otherwise : value;
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

        boolean flag(String name, boolean otherwise) {
            String value = text(name, Boolean.toString(otherwise));
            if (Set.of("true", "false").contains(value)) {
                return value.equals("true");
            }
            throw wrong(name, "true or false", value);
        }

        ZoneId zone() {
            String value = optional("DAWSOS_ZONE");
            try {
                return value == null ? ZoneId.systemDefault() : ZoneId.of(value);
            } catch (DateTimeException e) {
                throw wrong("DAWSOS_ZONE", "a time zone such as Europe/Zurich", String.valueOf(value));
            }
        }

        Duration duration(String name) {
            String value = text(name, "PT0S");
            try {
                return Duration.parse(value);
            } catch (DateTimeException e) {
                throw wrong(name, "a duration such as PT9H30M or -P1D", value);
            }
        }

        @Nullable
        DatabaseAddress database() {
            String value = optional("DATABASE_URL");
            return value == null ? null : DatabaseAddress.parse(value);
        }

        private static IllegalArgumentException wrong(String name, String wanted, String came) {
            return new IllegalArgumentException("%s: wanted %s, got \"%s\"".formatted(name, wanted, came));
        }
    }
}
