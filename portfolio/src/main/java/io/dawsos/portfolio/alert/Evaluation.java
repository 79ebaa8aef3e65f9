package io.dawsos.portfolio.alert;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.alert.Condition.FallsWithin;
import io.dawsos.portfolio.ledger.HeldBooks;
import io.dawsos.portfolio.ledger.HeldLot;
import io.dawsos.telemetry.http.Propagation;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at portfolios at one moment, some hundreds at a time with a few queries for all of them. */
final class Evaluation {

    private static final Logger log = LoggerFactory.getLogger(Evaluation.class);
    private static final int CHUNK = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Watchlist watchlist;
    private final HeldBooks books;
    private final ValueHistory values;
    private final Firing firing;

    Evaluation(JdbcClient database, Firing firing) {
        this.watchlist = new Watchlist(database);
        this.books = new HeldBooks(database);
        this.values = new ValueHistory(database);
        this.firing = firing;
    }

    /** Portfolios in the order of their ids. */
    @FunctionalInterface
    interface Chunks {
        List<UUID> next(UUID after, int limit);
    }

    /** What came of one evaluation. */
    private static final class Tally {
        private long portfolios;
        private long alerts;
        private int fired;
        private long unvalued;
        private String reason = "";
    }

    /** @return how many alerts fired */
    int run(Span span, Moment moment, Chunks chunks) {
        Tally tally = new Tally();
        List<UUID> portfolios = chunks.next(BEFORE_ALL, CHUNK);
        while (!portfolios.isEmpty()) {
            look(span, moment, portfolios, tally);
            portfolios = chunks.next(portfolios.getLast(), CHUNK);
        }
        if (moment.intraday()) {
            values.forgetBefore(moment.at());
        }
        span.setAttribute("portfolio_count", tally.portfolios);
        span.setAttribute("alert_count", tally.alerts);
        span.setAttribute("fired_count", tally.fired);
        if (tally.unvalued > 0) {
            log.atWarn()
                    .addKeyValue("portfolios", tally.unvalued)
                    .addKeyValue("pricing_pack_id", moment.now().id())
                    .log("alerts of portfolios that cannot be valued were not evaluated: {}", tally.reason);
        }
        return tally.fired;
    }

    private void look(Span span, Moment moment, List<UUID> portfolios, Tally tally) {
        List<Watched> alerts = watchlist.alerts(portfolios).stream()
                .filter(watched -> moment.intraday() || !hasWindow(watched))
                .toList();
        Map<UUID, Appraised> appraised = appraise(moment, alerts, portfolios, tally);
        Map<UUID, Reading.Reference> peaks = moment.intraday() ? peaks(moment, alerts, appraised) : Map.of();
        List<Hit> hits = new ArrayList<>();
        List<Watched> ended = new ArrayList<>();
        for (Watched watched : alerts) {
            Appraised portfolio = appraised.get(watched.alert().portfolioId());
            if (portfolio == null) {
                continue;
            }
            Reading seen =
                    portfolio.reading().withPeak(peaks.get(watched.alert().id()));
            watched.alert()
                    .condition()
                    .check(seen)
                    .ifPresentOrElse(finding -> hits.add(new Hit(watched, finding)), () -> ended.add(watched));
        }
        ended.removeIf(watched -> watched.trueSince() == null);
        tally.portfolios += portfolios.size();
        tally.alerts += alerts.size();
        tally.fired += firing.fire(hits, ended, occasion(span, moment));
    }

    private static boolean hasWindow(Watched watched) {
        return watched.alert().condition() instanceof FallsWithin;
    }

    private static Firing.Occasion occasion(Span span, Moment moment) {
        SpanContext context = span.getSpanContext();
        return new Firing.Occasion(
                moment.at(),
                moment.now().id(),
                context.isValid() ? context.getTraceId() : null,
                context.isValid() ? Propagation.traceparent(context) : null);
    }

    /** One that cannot be valued costs the others nothing. */
    private Map<UUID, Appraised> appraise(Moment moment, List<Watched> alerts, List<UUID> portfolios, Tally tally) {
        Map<UUID, List<HeldLot>> held = books.heldOn(portfolios, moment.day());
        Map<UUID, String> currencies = alerts.stream()
                .collect(Collectors.toMap(w -> w.alert().portfolioId(), Watched::currency, (one, _) -> one));
        Map<UUID, Appraised> appraised = new HashMap<>();
        currencies.forEach((portfolio, currency) -> {
            try {
                appraised.put(portfolio, Appraised.of(moment, currency, held.getOrDefault(portfolio, List.of())));
            } catch (Refused e) {
                tally.unvalued++;
                tally.reason = e.reason();
            }
        });
        return appraised;
    }

    private Map<UUID, Reading.Reference> peaks(Moment moment, List<Watched> alerts, Map<UUID, Appraised> appraised) {
        Map<UUID, ValueHistory.Entry> now = new HashMap<>();
        for (Watched watched : alerts) {
            UUID portfolio = watched.alert().portfolioId();
            Appraised value = appraised.get(portfolio);
            if (hasWindow(watched) && value != null) {
                now.put(
                        portfolio,
                        new ValueHistory.Entry(
                                portfolio, value.holdings(), value.reading().value()));
            }
        }
        if (now.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Reading.Reference> peaks = values.peaks(alerts, now, moment.at());
        values.keep(now.values(), moment.at());
        return peaks;
    }
}
