package io.dawsos.portfolio.api;

import io.dawsos.portfolio.ledger.HeldLot;
import io.dawsos.portfolio.ledger.Lots;
import io.dawsos.portfolio.ledger.Portfolios;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.telemetry.spring.Endpoint;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open lots. */
@RestController
final class LotController {

    private final Portfolios portfolios;
    private final Lots lots;
    private final Clock clock;

    LotController(Portfolios portfolios, Lots lots, Clock clock) {
        this.portfolios = portfolios;
        this.lots = lots;
        this.clock = clock;
    }

    /**
     * @param quantity units bought
     * @param remaining units held at the end of the day asked for
     * @param unitCost in the security's currency
     */
    record LotView(
            long id,
            String symbol,
            String currency,
            LocalDate openedOn,
            BigDecimal quantity,
            BigDecimal remaining,
            BigDecimal unitCost) {

        static LotView of(HeldLot held) {
            return new LotView(
                    held.lot().number(),
                    held.symbol(),
                    held.currency(),
                    held.lot().openedOn(),
                    Shortest.of(held.lot().quantity()),
                    Shortest.of(held.lot().remaining()),
                    Shortest.of(held.lot().unitCost()));
        }
    }

    @Endpoint("/lots")
    @GetMapping("/v1/portfolios/{id}/lots")
    Page<LotView> lots(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestParam @Nullable LocalDate asof) {
        UUID portfolio = portfolios.get(caller, PortfolioId.parse(id)).id();
        List<HeldLot> held = lots.heldOn(portfolio, asof == null ? LocalDate.now(clock) : asof);
        return new Page<>(held.stream().map(LotView::of).toList(), null);
    }
}
