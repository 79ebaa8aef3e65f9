package io.dawsos.portfolio.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dawsos.portfolio.alert.Condition.FallsSincePack;
import io.dawsos.portfolio.alert.Condition.FallsWithin;
import io.dawsos.portfolio.alert.Condition.ValueAbove;
import io.dawsos.portfolio.alert.Condition.ValueBelow;
import io.dawsos.portfolio.alert.Condition.WeightAbove;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition as it is written, in JSON and in the database.
 *
 * @param type one of {@link #TYPES}
 * @param window ISO 8601, {@code PT1H}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConditionForm(
        @Nullable String type,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        @Nullable String window,
        @Nullable String symbol) {

    public static final List<String> TYPES =
            List.of("falls_since_pack", "falls_within", "value_above", "value_below", "weight_above");

    public static ConditionForm of(Condition condition) {
        return switch (condition) {
            case FallsSincePack c -> new ConditionForm("falls_since_pack", shortest(c.percent()), null, null, null);
            case FallsWithin c ->
                new ConditionForm(
                        "falls_within", shortest(c.percent()), null, c.window().toString(), null);
            case ValueAbove c -> new ConditionForm("value_above", null, shortest(c.amount()), null, null);
            case ValueBelow c -> new ConditionForm("value_below", null, shortest(c.amount()), null, null);
            case WeightAbove c -> new ConditionForm("weight_above", shortest(c.percent()), null, null, c.symbol());
        };
    }

    /** @throws NullPointerException when a member is missing that the type needs: check before */
    public Condition condition() {
        return switch (Objects.requireNonNull(type)) {
            case "falls_since_pack" -> new FallsSincePack(Objects.requireNonNull(percent));
            case "falls_within" ->
                new FallsWithin(Objects.requireNonNull(percent), Duration.parse(Objects.requireNonNull(window)));
            case "value_above" -> new ValueAbove(Objects.requireNonNull(amount));
            case "value_below" -> new ValueBelow(Objects.requireNonNull(amount));
            case "weight_above" -> new WeightAbove(Objects.requireNonNull(percent), symbol);
            default -> throw new IllegalArgumentException("condition: wanted one of %s, got another".formatted(TYPES));
        };
    }

    /** The number in it, whichever it is. */
    BigDecimal threshold() {
        return Objects.requireNonNull(percent == null ? amount : percent);
    }

    static ConditionForm stored(String type, BigDecimal threshold, @Nullable Integer seconds, @Nullable String symbol) {
        boolean amount = type.startsWith("value_");
        String window = seconds == null ? null : Duration.ofSeconds(seconds).toString();
        return new ConditionForm(type, amount ? null : threshold, amount ? threshold : null, window, symbol);
    }

    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
