package io.dawsos.portfolio.valuation;

import io.dawsos.portfolio.Currencies;
import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.SpanAttributes;
import io.dawsos.portfolio.ledger.HeldLot;
import io.dawsos.portfolio.ledger.Lots;
import io.dawsos.portfolio.pricing.Packs;
import io.dawsos.portfolio.pricing.PricingPack;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.telemetry.Capability;
import io.dawsos.telemetry.RequestCtx;
import io.dawsos.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Values portfolios: one query for the portfolio and its pack's name, the pack through the cache, one for the lots. */
public final class Valuations {

    /** @param packCached whether the pricing pack came from the cache */
    public record Answer(Valuation valuation, RequestCtx context, boolean packCached) {}

    private static final Logger log = LoggerFactory.getLogger(Valuations.class);

    private final Subjects subjects;
    private final Packs packs;
    private final Lots lots;
    private final Clock clock;
    private final Capability calculation;

    /** @param clock in the zone that tells which day it is */
    public Valuations(JdbcClient database, Packs packs, Clock clock, Telemetry telemetry) {
        this.subjects = new Subjects(database);
        this.packs = packs;
        this.lots = new Lots(database);
        this.clock = clock;
        this.calculation = telemetry.capability("calculation").expecting(Refused.class);
    }

    /**
     * @param asked the day to value, at its end; null for today
     * @param askedCurrency null for the portfolio's base currency
     * @throws Refused when there is no such portfolio, no pack for that day, or the pack lacks a price or rate
     */
    public Answer value(Caller caller, UUID portfolio, @Nullable LocalDate asked, @Nullable String askedCurrency) {
        LocalDate asof = day(asked);
        Subject subject = subjects.find(caller, portfolio, asof);
        String currency = askedCurrency == null ? subject.baseCurrency() : Currencies.check(askedCurrency);
        RequestCtx context = RequestCtx.current()
                .withPortfolioId(portfolio.toString())
                .withPricingPack(subject.pack().id(), subject.ledgerCommitHash())
                .withValuation(asof, subject.baseCurrency());
        try (Scope _ = context.makeCurrent()) {
            describe(Span.current(), context);
            Packs.Got got = packs.get(subject.pack());
            List<HeldLot> held = lots.heldOn(portfolio, asof);
            Valuation valuation =
                    calculation.run(span -> calculate(span, context, subject, currency, got.pack(), held));
            tell(valuation, context, got.cached());
            return new Answer(valuation, context, got.cached());
        }
    }

    private static void tell(Valuation valuation, RequestCtx context, boolean packCached) {
        log.atInfo()
                .addKeyValue("portfolio_id", valuation.portfolioId().toString())
                .addKeyValue("pricing_pack_id", valuation.pack().id())
                .addKeyValue("pricing_pack_cached", packCached)
                .addKeyValue("ledger_commit_hash", context.ledgerCommitHash())
                .addKeyValue("position_count", valuation.positions().size())
                .log("portfolio valued");
    }

    private LocalDate day(@Nullable LocalDate asked) {
        LocalDate today = LocalDate.now(clock);
        if (asked != null && asked.isAfter(today)) {
            throw Refused.invalid("asof-in-future", "asof: %s is after today, %s".formatted(asked, today));
        }
        return asked == null ? today : asked;
    }

    private static Valuation calculate(
            Span span, RequestCtx context, Subject subject, String currency, PricingPack pack, List<HeldLot> held) {
        List<Position> positions = new Valuer(pack, currency).positions(held);
        BigDecimal value = sum(positions, Position::value, currency);
        BigDecimal cost = sum(positions, Position::cost, currency);
        describe(span, context);
        span.setAttribute(SpanAttributes.POSITION_COUNT, (long) positions.size());
        span.setAttribute(SpanAttributes.TOTAL_VALUE, value.doubleValue());
        return new Valuation(
                subject.portfolio(),
                subject.asof(),
                subject.baseCurrency(),
                currency,
                subject.pack(),
                value,
                cost,
                value.subtract(cost),
                positions);
    }

    private static BigDecimal sum(List<Position> positions, Function<Position, BigDecimal> part, String currency) {
        return Currencies.round(positions.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add), currency);
    }

    private static void describe(Span span, RequestCtx context) {
        span.setAttribute(SpanAttributes.PORTFOLIO_ID, context.portfolioId());
        span.setAttribute(SpanAttributes.PRICING_PACK_ID, context.pricingPackId());
        span.setAttribute(SpanAttributes.LEDGER_COMMIT_HASH, context.ledgerCommitHash());
    }
}
