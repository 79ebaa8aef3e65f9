package io.dawsos.portfolio.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One real price sequence, oldest first, from a resource of the form {@code date,COLUMN,COLUMN...}; dates without a
 * price are left out.
 */
record RealPrices(List<LocalDate> dates, List<BigDecimal> prices) {

    static final String STOCKS = "/demo/stocks-monthly.csv";
    static final String INDEX = "/demo/sp500-close.csv";

    static RealPrices read(String resource, String column) {
        List<String> lines = lines(resource);
        int at = List.of(lines.getFirst().split(",")).indexOf(column);
        if (at < 1) {
            throw new IllegalArgumentException(
                    resource + ":1: wanted a column \"" + column + "\", got " + lines.getFirst());
        }
        List<LocalDate> dates = new ArrayList<>();
        List<BigDecimal> prices = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (!cells[at].isEmpty()) {
                dates.add(LocalDate.parse(cells[0]));
                prices.add(new BigDecimal(cells[at]));
            }
        }
        return new RealPrices(List.copyOf(dates), List.copyOf(prices));
    }

    /** The newest ones, as many as are wanted. */
    RealPrices last(int count) {
        if (count > dates.size()) {
            throw new IllegalArgumentException("wanted " + count + " real prices, there are " + dates.size());
        }
        int from = dates.size() - count;
        return new RealPrices(dates.subList(from, dates.size()), prices.subList(from, prices.size()));
    }

    /** The logarithms of each price over the one before: one fewer than the prices. */
    double[] logReturns() {
        double[] returns = new double[prices.size() - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = StrictMath.log(
                    prices.get(i + 1).doubleValue() / prices.get(i).doubleValue());
        }
        return returns;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = RealPrices.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + ": cannot be read", e);
        }
    }
}
