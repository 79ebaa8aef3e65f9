package io.dawsos.portfolio.simulator;

import io.dawsos.portfolio.demo.DemoMarket;
import io.dawsos.portfolio.demo.DemoSecurity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The demo's market, going on after its last day: closing prices of each trading day, quotes that move within it from
 * the close before to the close of the day, and whatever somebody moves by hand. Thread-safe.
 */
final class SimulatedMarket {

    private static final double DAILY = 0.012;
    private static final double DAILY_RATE = 0.004;
    private static final double WITHIN_DAY = 0.004;
    private static final int LONGEST_YEARS = 20;
    private static final double DAY_SECONDS = 86_400;

    private final DemoMarket demo;
    private final Clock clock;
    private final LocalDate lastDay;
    private final Map<LocalDate, Integer> dayIndex = new HashMap<>();
    private final SequencedMap<String, Integer> securityIndex = new TreeMap<>();
    private final Map<String, Walk> walks = new HashMap<>();
    private final Map<String, Walk> rateWalks = new HashMap<>();
    private final Map<String, Move> moves = new ConcurrentHashMap<>();

    /** @param factor on all prices from the day on */
    private record Move(BigDecimal factor, LocalDate from) {}

    SimulatedMarket(DemoMarket demo, Clock clock) {
        this.demo = demo;
        this.clock = clock.withZone(ZoneOffset.UTC);
        this.lastDay = demo.days().getLast();
        int last = demo.days().size() - 1;
        for (int i = 0; i <= last; i++) {
            dayIndex.put(demo.days().get(i), i);
        }
        List<DemoSecurity> securities = demo.securities();
        for (int i = 0; i < securities.size(); i++) {
            String symbol = securities.get(i).symbol();
            securityIndex.put(symbol, i);
            walks.put(symbol, new Walk(symbol, lastDay, demo.price(i, last), DAILY));
        }
        demo.rates(last)
                .forEach((currency, rate) -> rateWalks.put(currency, new Walk(currency, lastDay, rate, DAILY_RATE)));
    }

    /** In alphabetical order. */
    List<String> symbols() {
        return List.copyOf(securityIndex.sequencedKeySet());
    }

    /** Nothing on days without trading, before the demo's first day, and for what is not listed. */
    Optional<BigDecimal> close(String symbol, LocalDate day) {
        return settled(symbol, day).map(price -> moved(symbol, price, day));
    }

    /** Before anybody's hand. */
    private Optional<BigDecimal> settled(String symbol, LocalDate day) {
        Integer security = securityIndex.get(symbol);
        Walk walk = walks.get(symbol);
        if (security == null || walk == null || !isOpen(day)) {
            return Optional.empty();
        }
        Integer index = dayIndex.get(day);
        return Optional.of(index == null ? walk.on(day) : demo.price(security, index));
    }

    /** Units of USD for one unit of the currency. */
    Optional<BigDecimal> rate(String currency, LocalDate day) {
        Walk walk = rateWalks.get(currency);
        if (walk == null || !isOpen(day)) {
            return Optional.empty();
        }
        Integer index = dayIndex.get(day);
        return Optional.ofNullable(
                index == null ? walk.on(day) : demo.rates(index).get(currency));
    }

    /** The price within the day; on days without trading the last close. */
    Optional<BigDecimal> quote(String symbol, Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        Optional<BigDecimal> before = settled(symbol, TradingDays.before(day));
        Optional<BigDecimal> today = settled(symbol, day);
        return before.map(from -> today.map(to -> within(symbol, from, to, at)).orElse(from))
                .map(price -> moved(symbol, price, day));
    }

    /** A bridge from the one close to the other, with a step each minute. */
    private static BigDecimal within(String symbol, BigDecimal from, BigDecimal to, Instant at) {
        double gone = LocalTime.ofInstant(at, ZoneOffset.UTC).toSecondOfDay() / DAY_SECONDS;
        double drift = gone * StrictMath.log(to.doubleValue() / from.doubleValue());
        double noise =
                StrictMath.sqrt(gone * (1 - gone)) * SeededReturns.draw(symbol, at.getEpochSecond() / 60, WITHIN_DAY);
        return cents(from.multiply(BigDecimal.valueOf(StrictMath.exp(drift + noise))));
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Moves all prices of a security from today on, quotes and closes; 0 takes an earlier move back.
     *
     * @return whether it is listed
     */
    boolean move(String symbol, BigDecimal percent) {
        if (!securityIndex.containsKey(symbol)) {
            return false;
        }
        if (percent.signum() == 0) {
            moves.remove(symbol);
        } else {
            BigDecimal factor = BigDecimal.ONE.add(percent.movePointLeft(2));
            moves.put(symbol, new Move(factor, LocalDate.now(clock)));
        }
        return true;
    }

    /** What is moved, in per cent. */
    SequencedMap<String, BigDecimal> moves() {
        SequencedMap<String, BigDecimal> percents = new TreeMap<>();
        moves.forEach((symbol, move) -> percents.put(
                symbol, move.factor.subtract(BigDecimal.ONE).movePointRight(2).stripTrailingZeros()));
        return percents;
    }

    private BigDecimal moved(String symbol, BigDecimal price, LocalDate day) {
        Move move = moves.get(symbol);
        return move == null || day.isBefore(move.from) ? price : cents(price.multiply(move.factor));
    }

    private boolean isOpen(LocalDate day) {
        return TradingDays.isOne(day)
                && !day.isBefore(demo.days().getFirst())
                && day.isBefore(lastDay.plusYears(LONGEST_YEARS));
    }

    private static BigDecimal cents(BigDecimal price) {
        return price.setScale(2, RoundingMode.HALF_EVEN).max(new BigDecimal("0.01"));
    }
}
