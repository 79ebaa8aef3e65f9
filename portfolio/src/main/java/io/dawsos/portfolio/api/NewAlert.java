package io.dawsos.portfolio.api;

import io.dawsos.portfolio.alert.Channel;
import io.dawsos.portfolio.alert.Condition;
import io.dawsos.portfolio.alert.ConditionForm;
import io.dawsos.portfolio.alert.Method;
import io.dawsos.portfolio.alert.Receivers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/alerts}. */
record NewAlert(
        @Nullable UUID portfolioId,
        @Nullable String name,
        @Nullable ConditionForm condition,
        @Nullable List<@Nullable NewChannel> channels,
        @Nullable String cooldown) {

    private static final int MOST_CHANNELS = 5;
    private static final Duration USUAL_COOLDOWN = Duration.ofHours(1);
    private static final Duration LONGEST_COOLDOWN = Duration.ofDays(30);
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** One of its channels: an address for a webhook, a mailbox for an e-mail, nothing more for in-app. */
    record NewChannel(
            @Nullable String method,
            @Nullable String url,
            @Nullable String address) {}

    /** What was wanted, once it is checked. */
    record Wish(UUID portfolio, String name, Condition condition, List<Channel> channels, Duration cooldown) {}

    /** @throws InvalidBodyException telling everything that is wrong */
    Wish wish(Receivers receivers) {
        Checks checks = new Checks();
        checks.that(portfolioId != null, "portfolio_id", "wanted the id of a portfolio");
        checks.text(name, "name");
        checkCondition(checks);
        checkChannels(checks, receivers);
        Duration rest = cooldown == null
                ? USUAL_COOLDOWN
                : duration(checks, cooldown, "cooldown", Duration.ZERO, LONGEST_COOLDOWN);
        checks.done();
        return new Wish(
                Objects.requireNonNull(portfolioId),
                Objects.requireNonNull(name),
                Objects.requireNonNull(condition).condition(),
                Objects.requireNonNull(channels).stream()
                        .map(channel -> channel(Objects.requireNonNull(channel)))
                        .toList(),
                rest);
    }

    private void checkCondition(Checks checks) {
        String type = condition == null ? null : condition.type();
        if (condition == null || type == null || !ConditionForm.TYPES.contains(type)) {
            checks.that(false, "condition/type", "wanted one of " + String.join(", ", ConditionForm.TYPES));
            return;
        }
        boolean amount = type.startsWith("value_");
        if (amount) {
            checks.amount(condition.amount(), "condition/amount");
        } else {
            checks.amount(condition.percent(), "condition/percent");
            BigDecimal percent = condition.percent();
            checks.that(percent == null || percent.compareTo(HUNDRED) < 0, "condition/percent", "wanted less than 100");
        }
        checks.that(amount || condition.amount() == null, "condition/amount", "this type has a percent");
        checks.that(!amount || condition.percent() == null, "condition/percent", "this type has an amount");
        checkWindow(checks, condition, type);
        checkSymbol(checks, condition, type);
    }

    private static void checkWindow(Checks checks, ConditionForm condition, String type) {
        String window = condition.window();
        if (!type.equals("falls_within")) {
            checks.that(window == null, "condition/window", "this type has none");
        } else if (window == null) {
            checks.that(false, "condition/window", "wanted a time such as PT1H");
        } else {
            duration(checks, window, "condition/window", SHORTEST_WINDOW, LONGEST_WINDOW);
        }
    }

    private static void checkSymbol(Checks checks, ConditionForm condition, String type) {
        String symbol = condition.symbol();
        checks.that(symbol == null || type.equals("weight_above"), "condition/symbol", "this type has none");
        checks.that(
                symbol == null || symbol.matches("[A-Z0-9][A-Z0-9.-]{0,11}"),
                "condition/symbol",
                "wanted 1 to 12 capital letters, digits, points and hyphens");
    }

    private void checkChannels(Checks checks, Receivers receivers) {
        if (channels == null || channels.isEmpty() || channels.size() > MOST_CHANNELS) {
            checks.that(false, "channels", "wanted 1 to %d channels".formatted(MOST_CHANNELS));
            return;
        }
        HashSet<Channel> seen = new HashSet<>();
        for (int i = 0; i < channels.size(); i++) {
            check(checks, receivers, channels.get(i), "channels/" + i);
            NewChannel one = channels.get(i);
            boolean known =
                    one != null && one.method() != null && Method.names().contains(one.method());
            checks.that(!known || seen.add(channel(Objects.requireNonNull(one))), "channels/" + i, "is there twice");
        }
    }

    private static void check(Checks checks, Receivers receivers, @Nullable NewChannel channel, String member) {
        String named = channel == null ? null : channel.method();
        if (channel == null || named == null || !Method.names().contains(named)) {
            checks.that(false, member + "/method", "wanted one of " + String.join(", ", Method.names()));
            return;
        }
        Method method = Method.named(named);
        checks.that(method == Method.WEBHOOK || channel.url() == null, member + "/url", "only a webhook has one");
        checks.that(method == Method.EMAIL || channel.address() == null, member + "/address", "only an e-mail has one");
        receivers
                .refusal(method, channel(channel).target())
                .ifPresent(wrong -> checks.that(false, member + (method == Method.EMAIL ? "/address" : "/url"), wrong));
    }

    private static Channel channel(NewChannel channel) {
        Method method = Method.named(Objects.requireNonNull(channel.method()));
        String target =
                switch (method) {
                    case WEBHOOK -> channel.url();
                    case EMAIL -> channel.address();
                    case IN_APP -> "";
                };
        return new Channel(method, target == null ? "" : target);
    }

    private static Duration duration(Checks checks, String text, String member, Duration least, Duration most) {
        try {
            Duration duration = Duration.parse(text);
            boolean fits = duration.compareTo(least) >= 0
                    && duration.compareTo(most) <= 0
                    && duration.equals(duration.truncatedTo(ChronoUnit.SECONDS));
            checks.that(fits, member, "wanted %s to %s, in whole seconds".formatted(least, most));
            return duration;
        } catch (DateTimeException e) {
            checks.that(false, member, "wanted a time such as PT1H");
            return least;
        }
    }
}
