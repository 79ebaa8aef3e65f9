package io.dawsos.portfolio.api;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.ledger.Portfolio;
import io.dawsos.portfolio.ledger.PortfolioCount;
import io.dawsos.portfolio.ledger.Portfolios;
import io.dawsos.portfolio.pricing.PackStore;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.telemetry.spring.Endpoint;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Portfolios themselves. */
@RestController
final class PortfolioController {

    private static final Logger log = LoggerFactory.getLogger(PortfolioController.class);

    private final Portfolios portfolios;
    private final PackStore packs;
    private final PortfolioCount count;

    PortfolioController(Portfolios portfolios, PackStore packs, PortfolioCount count) {
        this.portfolios = portfolios;
        this.packs = packs;
        this.count = count;
    }

    @Endpoint("/portfolios")
    @PostMapping("/v1/portfolios")
    ResponseEntity<Portfolio> create(@AuthenticationPrincipal Caller caller, @RequestBody NewPortfolio wanted) {
        wanted.check();
        String owner = wanted.owner() == null ? caller.userId() : wanted.owner();
        if (!caller.sees(owner)) {
            throw Refused.forbidden("owner: only ADMIN and MANAGER make portfolios for others");
        }
        String currency = Objects.requireNonNull(wanted.baseCurrency());
        refuseWithoutRates(currency);
        Portfolio made = portfolios.create(owner, Objects.requireNonNull(wanted.name()), currency);
        count.added();
        log.atInfo().addKeyValue("portfolio_id", made.id().toString()).log("portfolio made");
        return ResponseEntity.created(URI.create("/v1/portfolios/" + made.id())).body(made);
    }

    @Endpoint("/portfolios")
    @GetMapping("/v1/portfolios")
    Page<Portfolio> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable UUID after) {
        if (limit < 1 || limit > Page.MOST) {
            throw Refused.invalid("bad-limit", "limit: wanted 1 to %d, got %d".formatted(Page.MOST, limit));
        }
        List<Portfolio> found = portfolios.page(caller, Optional.ofNullable(after), limit + 1);
        return Page.of(found, limit, last -> "/v1/portfolios?limit=%d&after=%s".formatted(limit, last.id()));
    }

    @Endpoint("/portfolio")
    @GetMapping("/v1/portfolios/{id}")
    Portfolio get(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return portfolios.get(caller, PortfolioId.parse(id));
    }

    /** A portfolio that could never be valued is refused now rather than then. */
    private void refuseWithoutRates(String currency) {
        List<String> rated = packs.currencies();
        if (!rated.isEmpty() && !rated.contains(currency)) {
            throw Refused.invalid(
                    "unknown-currency",
                    "base_currency: there are no rates of %s; there are %s"
                            .formatted(currency, String.join(", ", rated)));
        }
    }
}
