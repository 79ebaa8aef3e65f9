package io.dawsos.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** ISO 4217 currencies and how their amounts are rounded. */
public final class Currencies {

    private Currencies() {}

    /**
     * @return the code itself
     * @throws Refused when it is not a currency that amounts can be in
     */
    public static String check(String code) {
        if (!code.matches("[A-Z]{3}")) {
            throw Refused.invalid(
                    "unknown-currency",
                    "a currency is three capital letters such as EUR; got %d characters".formatted(code.length()));
        }
        if (digits(code) < 0) {
            throw Refused.invalid("unknown-currency", "%s is not an ISO 4217 currency".formatted(code));
        }
        return code;
    }

    /** Rounds to the currency's smallest unit, halves to the even neighbour. */
    public static BigDecimal round(BigDecimal amount, String currency) {
        return amount.setScale(digits(currency), RoundingMode.HALF_EVEN);
    }

    /** Digits after the point; -1 for what is no currency, or one without amounts such as gold. */
    public static int digits(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
