package io.dawsos.portfolio.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dawsos.portfolio.valuation.Position;
import io.dawsos.portfolio.valuation.Valuation;
import io.dawsos.portfolio.valuation.Valuations;
import io.dawsos.telemetry.RequestCtx;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A valuation as it is answered, with what tells it again. */
record ValuationView(
        UUID portfolioId,
        LocalDate asof,
        String currency,
        BigDecimal totalValue,
        BigDecimal totalCost,
        BigDecimal unrealisedGain,
        PackView pricingPack,
        ContextView context,
        List<PositionView> positions) {

    record PackView(String id, LocalDate date, String hash) {}

    /** What this request was about; the ids lead to its trace and its log lines. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContextView(
            @Nullable String requestId,
            @Nullable String traceId,
            String pricingPackId,
            String pricingPackHash,
            @Nullable String ledgerCommitHash,
            LocalDate asof,
            String baseCurrency) {}

    /** @param weight part of the total value; weights add up to 1 */
    record PositionView(
            String symbol,
            String name,
            BigDecimal quantity,
            BigDecimal price,
            String priceCurrency,
            BigDecimal value,
            BigDecimal cost,
            BigDecimal unrealisedGain,
            BigDecimal weight) {

        static PositionView of(Position position) {
            return new PositionView(
                    position.symbol(),
                    position.name(),
                    Shortest.of(position.quantity()),
                    Shortest.of(position.price()),
                    position.currency(),
                    position.value(),
                    position.cost(),
                    position.unrealisedGain(),
                    position.weight());
        }
    }

    static ValuationView of(Valuations.Answer answer) {
        Valuation valuation = answer.valuation();
        return new ValuationView(
                valuation.portfolioId(),
                valuation.asof(),
                valuation.currency(),
                valuation.totalValue(),
                valuation.totalCost(),
                valuation.unrealisedGain(),
                new PackView(
                        valuation.pack().id(),
                        valuation.pack().date(),
                        valuation.pack().hash()),
                context(answer.context(), valuation),
                valuation.positions().stream().map(PositionView::of).toList());
    }

    private static ContextView context(RequestCtx request, Valuation valuation) {
        return new ContextView(
                request.requestId(),
                request.traceId(),
                valuation.pack().id(),
                valuation.pack().hash(),
                request.ledgerCommitHash(),
                valuation.asof(),
                valuation.baseCurrency());
    }
}
