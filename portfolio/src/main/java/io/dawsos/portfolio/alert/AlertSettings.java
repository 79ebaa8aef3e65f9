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
 */
record AlertSettings(
        @Nullable SmtpAddress smtp, @Nullable String webhookKey, boolean insideReceivers, Duration quotesEvery) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

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
                duration(environment, "DAWSOS_QUOTES_EVERY", Duration.ofSeconds(60)));
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
            if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw wrong(name, "a time such as 60s or PT1M", value);
        }
        throw wrong(name, "1s to 24h", value);
    }

    private static IllegalArgumentException wrong(String name, String wanted, String came) {
        return new IllegalArgumentException("%s: wanted %s, got \"%s\"".formatted(name, wanted, came));
    }
}
