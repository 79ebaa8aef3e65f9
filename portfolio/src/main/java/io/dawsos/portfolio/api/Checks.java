package io.dawsos.portfolio.api;

import io.dawsos.portfolio.Currencies;
import io.dawsos.portfolio.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all members of a body and tells everything that is wrong at once. A value is quoted back only when it has
 * the form of what was wanted.
 */
final class Checks {

    private static final int INTEGER_DIGITS = 12;
    private static final int FRACTION_DIGITS = 8;

    private final List<Problem.FieldError> errors = new ArrayList<>();

    void that(boolean holds, String member, String otherwise) {
        if (!holds) {
            errors.add(new Problem.FieldError("/" + member, otherwise));
        }
    }

    void text(@Nullable String value, String member) {
        boolean fits = value != null
                && !value.isBlank()
                && value.length() <= 200
                && value.chars().noneMatch(Character::isISOControl);
        that(fits, member, "wanted 1 to 200 characters without control characters");
    }

    void currency(@Nullable String value, String member) {
        try {
            Currencies.check(value == null ? "" : value);
        } catch (Refused e) {
            that(false, member, e.reason());
        }
    }

    /** Positive, and small enough that the database keeps it exactly. */
    void amount(@Nullable BigDecimal value, String member) {
        if (value == null) {
            that(false, member, "wanted a number");
            return;
        }
        that(value.signum() > 0, member, "wanted more than 0");
        BigDecimal digits = value.stripTrailingZeros();
        // Never scaled or printed before this: 1e999999999 is a number too.
        boolean fits =
                digits.scale() <= FRACTION_DIGITS && (long) digits.precision() - digits.scale() <= INTEGER_DIGITS;
        that(
                fits,
                member,
                "wanted at most %d digits before and %d after the point".formatted(INTEGER_DIGITS, FRACTION_DIGITS));
    }

    /** @throws InvalidBodyException when anything was wrong */
    void done() {
        if (!errors.isEmpty()) {
            throw new InvalidBodyException(errors);
        }
    }
}
