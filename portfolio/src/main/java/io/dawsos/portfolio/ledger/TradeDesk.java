package io.dawsos.portfolio.ledger;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.telemetry.Capability;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Label;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Books trades: each in one transaction, under its portfolio's lock, so that two sales at once cannot sell the same
 * units.
 */
public final class TradeDesk {

    private static final Logger log = LoggerFactory.getLogger(TradeDesk.class);

    private final TransactionOperations transactions;
    private final TradeStore store;
    private final Clock clock;
    private final Capability booking;
    private final Counter volume;

    /** @param clock in the zone that tells which day it is */
    public TradeDesk(JdbcClient database, TransactionOperations transactions, Clock clock, Telemetry telemetry) {
        this.transactions = transactions;
        this.store = new TradeStore(database);
        this.clock = clock;
        this.booking = telemetry.capability("trade.book").expecting(Refused.class);
        this.volume = telemetry
                .metrics()
                .counter("trade_volume_total", "Trades booked.", Label.of("action", TradeAction.names()));
        TradeAction.names().forEach(volume::init);
    }

    /**
     * Books the order, or answers the trade that an earlier request with the same key booked.
     *
     * @param key the caller's idempotency key
     * @throws Refused when there is no such portfolio or security, more is sold than is held, the date is in the future
     *     or before the security's last trade, or the key was used for another order; nothing is stored then
     */
    public Trade book(Caller caller, UUID portfolio, Order order, @Nullable String key) {
        return booking.run(span -> {
            span.setAttribute("portfolio_id", portfolio.toString());
            span.setAttribute("action", order.action().text());
            Booked booked = transactions.execute(transaction -> bookLocked(caller, portfolio, order, key));
            if (booked.now()) {
                volume.inc(order.action().text());
                log.atInfo()
                        .addKeyValue("portfolio_id", portfolio.toString())
                        .addKeyValue("trade_id", booked.trade().id())
                        .addKeyValue("action", order.action().text())
                        .log("trade booked");
            }
            return booked.trade();
        });
    }

    private Booked bookLocked(Caller caller, UUID portfolio, Order order, @Nullable String key) {
        if (store.lock(portfolio).filter(caller::sees).isEmpty()) {
            throw Portfolios.unknown(portfolio);
        }
        Optional<TradeStore.Keyed> earlier = key == null ? Optional.empty() : store.byKey(portfolio, key);
        if (earlier.isPresent()) {
            return new Booked(earlier.get().unlessOther(order), false);
        }
        TradeStore.Security security = store.security(order.symbol());
        LocalDate date = checkedDate(portfolio, security, order.date());
        return new Booked(store.trade(write(caller, portfolio, order, key, security, date)), true);
    }

    private LocalDate checkedDate(UUID portfolio, TradeStore.Security security, @Nullable LocalDate asked) {
        LocalDate today = LocalDate.now(clock);
        LocalDate date = asked == null ? today : asked;
        if (date.isAfter(today)) {
            throw Refused.invalid("date-in-future", "a trade of %s cannot be booked on %s".formatted(date, today));
        }
        LocalDate last = store.lastTrade(portfolio, security.number());
        if (last != null && date.isBefore(last)) {
            throw Refused.invalid(
                    "date-out-of-order",
                    "trades of a security are booked in the order of their dates: the last of %s was on %s, this is of %s"
                            .formatted(security.symbol(), last, date));
        }
        return date;
    }

    private long write(
            Caller caller,
            UUID portfolio,
            Order order,
            @Nullable String key,
            TradeStore.Security security,
            LocalDate date) {
        TradeStore.Entry entry = new TradeStore.Entry(portfolio, security.number(), order, date, caller.userId(), key);
        return switch (order.action()) {
            case DIVIDEND -> store.insert(entry, null);
            case BUY -> {
                long trade = store.insert(entry, null);
                store.openLot(entry, trade);
                yield trade;
            }
            case SELL -> {
                List<Lot> open = store.openLots(portfolio, security.number());
                Sale sale = new LotBook(open).sell(order.quantity());
                long trade = store.insert(entry, sale.gain(order.cashEffect()));
                store.close(entry, trade, sale);
                yield trade;
            }
        };
    }

    private record Booked(Trade trade, boolean now) {}
}
