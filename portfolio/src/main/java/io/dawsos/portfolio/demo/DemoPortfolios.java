package io.dawsos.portfolio.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The demo's 200 portfolios: one of each size from few positions to many, small ones more often. The first belongs to
 * {@code demo}, in dollars, with 25 positions, every real security among them.
 */
public final class DemoPortfolios {

    public static final int COUNT = 200;

    private static final long SEED = 40_000;
    private static final int SMALLEST = 5;
    private static final int LARGEST = 200;
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "USD", "GBP");
    private static final List<String> STYLES = List.of("Growth", "Income", "Balanced", "Pension", "Reserve");

    private DemoPortfolios() {}

    /** @param n from 1 */
    public static UUID id(int n) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(n));
    }

    public static List<DemoPortfolio> of(DemoMarket market) {
        return IntStream.rangeClosed(1, COUNT)
                .mapToObj(n -> portfolio(market, n))
                .toList();
    }

    private static DemoPortfolio portfolio(DemoMarket market, int n) {
        Random random = new Random(SEED + n);
        List<Integer> held = n == 1 ? firstPositions() : positions(size(n), random);
        String owner = n == 1 ? "demo" : "user-%03d".formatted(n);
        String name = STYLES.get((n - 1) % STYLES.size()) + " " + n;
        String currency = CURRENCIES.get((n - 1) % CURRENCIES.size());
        return new DemoPortfolio(id(n), owner, name, currency, new TradeHistory(market, random).of(held));
    }

    /** From the smallest to the largest; the cube keeps most of them small. */
    private static int size(int n) {
        double along = (n - 2) / (double) (COUNT - 2);
        return SMALLEST + (int) Math.round(along * along * along * (LARGEST - SMALLEST));
    }

    private static List<Integer> firstPositions() {
        return IntStream.range(0, 25).boxed().toList();
    }

    private static List<Integer> positions(int size, Random random) {
        List<Integer> all = new ArrayList<>(
                IntStream.range(0, DemoMarket.SECURITIES).boxed().toList());
        Collections.shuffle(all, random);
        return all.subList(0, size);
    }
}
