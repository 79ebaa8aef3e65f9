package io.dawsos.portfolio.seed;

import io.dawsos.portfolio.demo.DemoPortfolio;
import io.dawsos.portfolio.demo.DemoTrade;
import io.dawsos.portfolio.ledger.Lot;
import io.dawsos.portfolio.ledger.LotBook;
import io.dawsos.portfolio.ledger.Order;
import io.dawsos.portfolio.ledger.Sale;
import io.dawsos.portfolio.ledger.TradeAction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What becomes of the demo's trades by the ledger's own rules; trades and lots are numbered from 1. */
final class DemoLedger {

    record Booked(
            long number,
            DemoPortfolio portfolio,
            Order order,
            @Nullable BigDecimal gain) {}

    record Opened(Lot lot, Booked by) {}

    record Closed(long lot, Booked by, BigDecimal quantity) {}

    private final List<Booked> trades = new ArrayList<>();
    private final SequencedMap<Long, Opened> lots = new LinkedHashMap<>();
    private final List<Closed> closures = new ArrayList<>();

    DemoLedger(List<DemoPortfolio> portfolios) {
        for (DemoPortfolio portfolio : portfolios) {
            Map<String, LotBook> books = new HashMap<>();
            for (DemoTrade trade : portfolio.trades()) {
                book(portfolio, order(trade), books.computeIfAbsent(trade.symbol(), symbol -> new LotBook()));
            }
        }
    }

    List<Booked> trades() {
        return trades;
    }

    Collection<Opened> lots() {
        return lots.values();
    }

    List<Closed> closures() {
        return closures;
    }

    private static Order order(DemoTrade trade) {
        TradeAction action = TradeAction.named(trade.action()).orElseThrow();
        return new Order(action, trade.symbol(), trade.quantity(), trade.price(), trade.date());
    }

    private void book(DemoPortfolio portfolio, Order order, LotBook book) {
        long number = trades.size() + 1L;
        switch (order.action()) {
            case BUY -> buy(new Booked(number, portfolio, order, null), book);
            case SELL -> sell(number, portfolio, order, book);
            case DIVIDEND -> trades.add(new Booked(number, portfolio, order, null));
        }
    }

    private void buy(Booked booked, LotBook book) {
        Order order = booked.order();
        Lot lot = Lot.opened(lots.size() + 1L, Objects.requireNonNull(order.date()), order);
        trades.add(booked);
        lots.put(lot.number(), new Opened(lot, booked));
        book.buy(lot);
    }

    private void sell(long number, DemoPortfolio portfolio, Order order, LotBook book) {
        Sale sale = book.sell(order.quantity());
        Booked booked = new Booked(number, portfolio, order, sale.gain(order.cashEffect()));
        trades.add(booked);
        for (Sale.Taken taken : sale.taken()) {
            Lot lot = taken.lot();
            lots.computeIfPresent(lot.number(), (key, opened) -> new Opened(lot, opened.by()));
            closures.add(new Closed(lot.number(), booked, taken.quantity()));
        }
    }
}
