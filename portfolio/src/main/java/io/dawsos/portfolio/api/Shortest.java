package io.dawsos.portfolio.api;

import java.math.BigDecimal;

/** A number without the zeros that its column's scale puts at its end; {@code 10}, not {@code 1E+1}. */
final class Shortest {

    private Shortest() {}

    static BigDecimal of(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
