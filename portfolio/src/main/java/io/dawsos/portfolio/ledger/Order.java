package io.dawsos.portfolio.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants booked.
 *
 * @param quantity units; for a dividend the units it was paid on
 * @param price per unit in the security's currency; for a dividend the amount per unit
 * @param date null for today
 */
public record Order(
        TradeAction action,
        String symbol,
        BigDecimal quantity,
        BigDecimal price,
        @Nullable LocalDate date) {

    /** SHA-256 over what is ordered: equal for {@code 10} and {@code 10.0}, so that a repeat may be written anew. */
    String hash() {
        String ordered = String.join(
                "\n", action.text(), symbol, plain(quantity), plain(price), date == null ? "" : date.toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(ordered.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Signed, in the security's currency: a purchase takes cash. */
    public BigDecimal cashEffect() {
        BigDecimal amount = quantity.multiply(price);
        return action == TradeAction.BUY ? amount.negate() : amount;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
