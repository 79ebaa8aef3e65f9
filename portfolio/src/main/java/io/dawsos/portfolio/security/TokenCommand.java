package io.dawsos.portfolio.security;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code token --user U --role R [--ttl 12h]}: prints a token and nothing else. Starts no Spring. */
public final class TokenCommand {

    private static final String USAGE = "usage: token --user USER --role ADMIN|MANAGER|USER|VIEWER [--ttl 12h]";
    private static final Pattern TTL = Pattern.compile("(\\d{1,6})([smhd])");

    private TokenCommand() {}

    public static void main(String[] args) {
        System.exit(run(args, System.getenv(), System.out, System.err));
    }

    /** @return the process's exit code: 0 done, 1 the key cannot be used, 2 wrong arguments */
    static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            Arguments given = Arguments.parse(args);
            SigningKey key = SigningKey.readOrCreate(Path.of(environment.getOrDefault("DAWSOS_DATA", ".dawsos")));
            out.println(new TokenIssuer(key, Clock.systemUTC()).issue(given.user, given.role, given.ttl));
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("token: " + e.getMessage());
            err.println(USAGE);
            return 2;
        } catch (IOException e) {
            err.println("token: " + e.getMessage());
            return 1;
        }
    }

    private record Arguments(String user, Role role, Duration ttl) {

        static Arguments parse(String[] args) {
            String user = "";
            String role = "";
            String ttl = "12h";
            for (int i = 0; i < args.length; i += 2) {
                switch (args[i]) {
                    case "--user" -> user = value(args, i);
                    case "--role" -> role = value(args, i);
                    case "--ttl" -> ttl = value(args, i);
                    default -> throw new IllegalArgumentException("unknown argument \"%s\"".formatted(args[i]));
                }
            }
            if (user.isBlank()) {
                throw new IllegalArgumentException("--user is missing");
            }
            return new Arguments(user, role(role), ttl(ttl));
        }

        private static String value(String[] args, int i) {
            if (i + 1 >= args.length) {
                throw new IllegalArgumentException(args[i] + " wants a value");
            }
            return args[i + 1];
        }

        private static Role role(String name) {
            return Role.named(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--role: wanted one of %s, got \"%s\"".formatted(Arrays.toString(Role.values()), name)));
        }

        private static Duration ttl(String text) {
            Matcher found = TTL.matcher(text.toLowerCase(Locale.ROOT));
            if (!found.matches()) {
                throw new IllegalArgumentException("--ttl: wanted 90s, 30m, 12h or 7d, got \"%s\"".formatted(text));
            }
            long amount = Long.parseLong(found.group(1));
            return switch (found.group(2)) {
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }
    }
}
