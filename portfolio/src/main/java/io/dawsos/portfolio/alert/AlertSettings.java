package io.dawsos.portfolio.alert;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Settings of alerts.
 *
 * @param smtp {@code DAWSOS_SMTP_URL}; null: no alert can be told by e-mail
 * @param webhookKey {@code DAWSOS_WEBHOOK_KEY}; null: the one in {@code webhook.key}; never printed
 * @param insideReceivers {@code DAWSOS_WEBHOOK_PRIVATE}: webhooks may go to private networks and to this machine
 * @param quotesEvery {@code DAWSOS_QUOTES_EVERY}: how often quotes are asked for
 * @param keep {@code DAWSOS_OUTBOX_KEEP}: for how long deliveries that ended, and their notifications, can be looked at
 */
record AlertSettings(
        @Nullable SmtpAddress smtp,
        @Nullable String webhookKey,
        boolean insideReceivers,
        Duration quotesEvery,
        Duration keep) {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_DAYS = 3650;

    /**
     * @param environment answers null for what is not set
     * @throws IllegalArgumentException naming the variable, what was wanted and, where that is no secret, what came
     */
    static AlertSettings from(UnaryOperator<@Nullable String> environment) {
        String smtp = text(environment, "DAWSOS_SMTP_URL");
        return new AlertSettings(
                smtp == null ? null : SmtpAddress.parse(smtp),
                text(environment, "DAWSOS_WEBHOOK_KEY"),
                flag(environment, "DAWSOS_WEBHOOK_PRIVATE"),
                duration(environment, "DAWSOS_QUOTES_EVERY", Duration.ofSeconds(60)),
                days(environment, "DAWSOS_OUTBOX_KEEP", 30));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "AlertSettings[smtp=%s, insideReceivers=%s, quotesEvery=%s]"
                .formatted(smtp, insideReceivers, quotesEvery);
    }

    private static @Nullable String text(UnaryOperator<@Nullable String> environment, String name) {
        String value = environment.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static boolean flag(UnaryOperator<@Nullable String> environment, String name) {
        String value = text(environment, name);
        return switch (value) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "true or false", value);
        };
    }

    /** {@code 60s}, {@code 5m}, {@code 1h} or ISO 8601. */
    private static Duration duration(UnaryOperator<@Nullable String> environment, String name, Duration otherwise) {
        String value = text(environment, name);
        if (value == null) {
            return otherwise;
        }
        String iso = value.matches("\\d{1,6}[smh]") ? "PT" + value : value;
        try {
            Duration duration = Duration.parse(iso);
            if (duration.compareTo(SECOND) >= 0 && duration.compareTo(DAY) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw wrong(name, "a time such as 60s or PT1M", value);
        }
        throw wrong(name, "1s to 24h", value);
    }

    /** {@code 30d}. A day at least: what an alert's window looks back on. */
    private static Duration days(UnaryOperator<@Nullable String> environment, String name, int otherwise) {
        String value = text(environment, name);
        if (value == null) {
            return Duration.ofDays(otherwise);
        }
        int days = value.matches("\\d{1,4}d") ? Integer.parseInt(value.substring(0, value.length() - 1)) : 0;
        if (days < 1 || days > MOST_DAYS) {
            throw wrong(name, "1d to " + MOST_DAYS + "d", value);
        }
        return Duration.ofDays(days);
    }

    private static IllegalArgumentException wrong(String name, String wanted, String came) {
        return new IllegalArgumentException("%s: wanted %s, got \"%s\"".formatted(name, wanted, came));
    }
}
