package io.dawsos.portfolio.pricing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The prices and rates of one day.
 *
 * @param prices by symbol, in each security's currency
 * @param rates US dollars for one unit of each currency
 */
public record PackContent(Map<String, BigDecimal> prices, Map<String, BigDecimal> rates) {

    public PackContent {
        prices = Map.copyOf(prices);
        rates = Map.copyOf(rates);
    }

    /**
     * SHA-256 in lower-case hex over the lines {@code price SYMBOL NUMBER} in the order of the symbols, then {@code
     * rate CURRENCY NUMBER} in the order of the currencies; each ends with a line feed, numbers are plain decimals
     * without trailing zeros, the text is UTF-8.
     */
    public String hash() {
        MessageDigest digest = sha256();
        digestLines(digest, "price", prices);
        digestLines(digest, "rate", rates);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void digestLines(MessageDigest digest, String kind, Map<String, BigDecimal> numbers) {
        SortedMap<String, BigDecimal> sorted = new TreeMap<>(numbers);
        sorted.forEach((name, number) -> digest.update("%s %s %s\n"
                .formatted(kind, name, number.stripTrailingZeros().toPlainString())
                .getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
