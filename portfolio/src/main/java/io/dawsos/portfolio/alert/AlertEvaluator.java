package io.dawsos.portfolio.alert;

import io.dawsos.portfolio.pricing.PackContent;
import io.dawsos.portfolio.pricing.PackRef;
import io.dawsos.portfolio.pricing.Packs;
import io.dawsos.portfolio.pricing.PricingPack;
import io.dawsos.telemetry.Capability;
import io.dawsos.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds which conditions are true, when a pack turns fresh and when quotes come. Portfolios are valued as everywhere,
 * and only those that have an alert; with quotes, of those only the ones that hold something that was quoted. Each
 * evaluation is a trace of its own, linked from what caused it. Safe to call again, after a crash or by another replica:
 * a cause fires once.
 */
public final class AlertEvaluator {

    private final JdbcClient database;
    private final Watchlist watchlist;
    private final PackHistory history;
    private final Packs packs;
    private final Quotes quotes;
    private final Evaluation evaluation;
    private final Runnable wake;
    private final Clock clock;
    private final Capability evaluate;

    /** @param wake tells the courier that there is something to deliver */
    AlertEvaluator(JdbcClient database, Packs packs, Firing firing, Runnable wake, Clock clock, Telemetry telemetry) {
        this.database = database;
        this.watchlist = new Watchlist(database);
        this.history = new PackHistory(database);
        this.packs = packs;
        this.quotes = new Quotes(database);
        this.evaluation = new Evaluation(database, firing);
        this.wake = wake;
        this.clock = clock;
        this.evaluate = telemetry.capability("alert.evaluate");
    }

    /**
     * A pack is fresh: every alert but those with a window, which are for the day's course. One that is not the newest,
     * a day filled in later, tells nothing that is true now.
     */
    public void onPackFresh(PricingPack fresh) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate day = PackHistory.day(fresh);
        Runs.run(evaluate, Runs.current(), span -> {
            span.setAttribute("alert.cause", "pack");
            span.setAttribute("pricing_pack_id", fresh.id());
            if (!history.isNewest(day)) {
                span.setAttribute("alert.skipped", "a newer pack is fresh");
                return;
            }
            PricingPack before =
                    history.before(day).map(ref -> packs.get(ref).pack()).orElse(null);
            look(span, new Moment(at, day, fresh, before, false), watchlist::portfolios);
        });
    }

    /**
     * Quotes came. Those that are not newer than what was evaluated already, by whichever replica, are passed over.
     *
     * @param prices by symbol, in the securities' currencies; what is not quoted keeps its last quote of the day, or
     *     the newest pack's price; what is not above 0 is passed over
     * @param at when these were the prices
     */
    public void onQuotes(Map<String, BigDecimal> prices, Instant at) {
        Instant quotedAt = at.truncatedTo(ChronoUnit.MICROS);
        Map<String, BigDecimal> good = prices.entrySet().stream()
                .filter(quote -> quote.getValue().signum() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (good.isEmpty() || !isNews(quotedAt)) {
            return;
        }
        Runs.run(evaluate, Runs.current(), span -> {
            span.setAttribute("alert.cause", "quotes");
            quotes.keep(good, quotedAt);
            LocalDate today = LocalDate.now(clock);
            Optional<PackRef> newest = history.before(today.plusDays(1));
            if (newest.isEmpty()) {
                span.setAttribute("alert.skipped", "there is no pricing pack yet");
                return;
            }
            PricingPack pack = packs.get(newest.get()).pack();
            span.setAttribute("pricing_pack_id", pack.id());
            PricingPack quoted = over(pack, quotes.since(newest.get().number()));
            look(
                    span,
                    new Moment(quotedAt, today, quoted, pack, true),
                    (after, limit) -> watchlist.holding(good.keySet(), after, limit));
        });
    }

    private void look(Span span, Moment moment, Evaluation.Chunks portfolios) {
        if (evaluation.run(span, moment, portfolios) > 0) {
            wake.run();
        }
    }

    /** Whether no replica has evaluated these or newer ones. */
    private boolean isNews(Instant at) {
        return database.sql("UPDATE alert_clocks SET told_at = ? WHERE clock = 'quotes' AND told_at < ?")
                        .params(at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private static PricingPack over(PricingPack pack, Map<String, BigDecimal> quoted) {
        Map<String, BigDecimal> prices = new HashMap<>(pack.content().prices());
        prices.putAll(quoted);
        return new PricingPack(
                pack.id(), pack.hash(), new PackContent(prices, pack.content().rates()));
    }
}
