package io.dawsos.portfolio.alert;

import io.dawsos.portfolio.ledger.HeldLot;
import io.dawsos.portfolio.pricing.PricingPack;
import io.dawsos.portfolio.valuation.BookValue;
import io.dawsos.portfolio.valuation.Position;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio valued.
 *
 * @param holdings a hash of what is held: another after each trade
 */
record Appraised(Reading reading, String holdings) {

    /** @throws io.dawsos.portfolio.Refused when a price or rate is missing */
    static Appraised of(Moment moment, String currency, List<HeldLot> lots) {
        BookValue now = BookValue.of(moment.now(), currency, lots);
        Map<String, BigDecimal> positions =
                now.positions().stream().collect(Collectors.toMap(Position::symbol, Position::value));
        Reading.Reference before = moment.before() == null ? null : before(moment.before(), currency, lots);
        return new Appraised(new Reading(now.total(), positions, before, null), hash(now.positions()));
    }

    /** What is held now at the prices of before: a purchase or sale is no rise or fall. Null when it had no price then. */
    private static Reading.@Nullable Reference before(PricingPack pack, String currency, List<HeldLot> lots) {
        boolean priced = lots.stream().allMatch(lot -> pack.content().prices().containsKey(lot.symbol()));
        return priced ? new Reading.Reference(BookValue.of(pack, currency, lots).total(), pack.id()) : null;
    }

    private static String hash(List<Position> positions) {
        String held = positions.stream()
                .map(position -> position.symbol() + "="
                        + position.quantity().stripTrailingZeros().toPlainString())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(held.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
