package io.dawsos.portfolio.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What was seen when a condition was true. Percentages are rounded to four digits, for people: the comparison was exact.
 *
 * @param value of the portfolio, in its base currency
 * @param reference the value it fell from
 * @param referenceName {@code PP_2026-11-23}, or the time of the highest value
 * @param changePercent negative
 * @param symbol of the position that is too heavy
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        BigDecimal value,
        @Nullable BigDecimal reference,
        @Nullable String referenceName,
        @Nullable BigDecimal changePercent,
        @Nullable String symbol,
        @Nullable BigDecimal weightPercent) {

    private static final int DIGITS = 4;

    static Finding ofValue(BigDecimal value) {
        return new Finding(value, null, null, null, null, null);
    }

    static Finding ofFall(BigDecimal value, Reading.Reference from) {
        BigDecimal change = percent(value.subtract(from.value()), from.value());
        return new Finding(value, from.value(), from.name(), change, null, null);
    }

    static Finding ofWeight(BigDecimal value, String symbol, BigDecimal position) {
        return new Finding(value, null, null, null, symbol, percent(position, value));
    }

    /**
     * What tells this from the alert's other causes. A fall is told by what it fell from; what stays true, by when it
     * became true.
     */
    String cause(String trueSince) {
        return referenceName == null ? "since/" + trueSince : "fall/" + referenceName;
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal of) {
        return part.multiply(Condition.HUNDRED).divide(of, DIGITS, RoundingMode.HALF_EVEN);
    }
}
