package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;

/**
 * A number of something.
 *
 * @param number as it was written: its scale says how exactly it is meant
 * @param commodity a currency or a security
 */
public record Amount(BigDecimal number, String commodity) {

    @Override
    public String toString() {
        return number.toPlainString() + " " + commodity;
    }
}
