package io.dawsos.portfolio.provider;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/** Prices and rates as the database holds them, from what providers send. */
final class Amounts {

    static final int PRICE_DIGITS = 8;
    static final int RATE_DIGITS = 10;

    private static final int MOST_DIGITS_BEFORE_POINT = 12;
    private static final int LONGEST_TEXT = 100;

    private Amounts() {}

    static BigDecimal price(JsonNode node, String where) throws BadAnswer {
        if (!node.isNumber()) {
            throw Json.wrong(where, "a number", node);
        }
        return positive(node.decimalValue(), PRICE_DIGITS, where);
    }

    static BigDecimal price(String text, String where) throws BadAnswer {
        return positive(number(text, where), PRICE_DIGITS, where);
    }

    /** Not rounded: it may yet have to be turned round. */
    static BigDecimal rate(String text, String where) throws BadAnswer {
        BigDecimal rate = number(text, where);
        positive(rate, RATE_DIGITS, where);
        return rate;
    }

    private static BigDecimal number(String text, String where) throws BadAnswer {
        if (text.length() <= LONGEST_TEXT) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                throw BadAnswer.garbage(where + ": wanted a number, got other text");
            }
        }
        throw BadAnswer.garbage("%s: wanted a number, got %d characters".formatted(where, text.length()));
    }

    /** The exponent is looked at first: to round 1E-999999999 would take all memory there is. */
    static BigDecimal positive(BigDecimal value, int digits, String where) throws BadAnswer {
        if (value.signum() <= 0) {
            throw BadAnswer.garbage(where + ": wanted more than 0, got " + (value.signum() == 0 ? "0" : "less"));
        }
        long digitsBeforePoint = (long) value.precision() - value.scale();
        if (digitsBeforePoint > MOST_DIGITS_BEFORE_POINT || digitsBeforePoint < -digits) {
            throw BadAnswer.garbage("%s: wanted from 1E-%d to under 1E+%d, got about 1E%+d"
                    .formatted(where, digits, MOST_DIGITS_BEFORE_POINT, digitsBeforePoint - 1));
        }
        BigDecimal rounded = value.setScale(Math.min(digits, Math.max(0, value.scale())), RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0 || rounded.precision() - rounded.scale() > MOST_DIGITS_BEFORE_POINT) {
            throw BadAnswer.garbage("%s: wanted %d digits after the point to tell it".formatted(where, digits));
        }
        return rounded;
    }
}
