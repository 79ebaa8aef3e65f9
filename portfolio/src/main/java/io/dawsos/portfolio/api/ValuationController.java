package io.dawsos.portfolio.api;

import io.dawsos.portfolio.security.Caller;
import io.dawsos.portfolio.valuation.Valuations;
import io.dawsos.telemetry.spring.Endpoint;
import io.dawsos.telemetry.spring.HttpTelemetry;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Valuation. */
@RestController
final class ValuationController {

    private final Valuations valuations;

    ValuationController(Valuations valuations) {
        this.valuations = valuations;
    }

    @Endpoint(value = "/valuation", cached = true)
    @GetMapping("/v1/portfolios/{id}/valuation")
    ValuationView value(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam @Nullable LocalDate asof,
            @RequestParam @Nullable String currency) {
        Valuations.Answer answer = valuations.value(caller, PortfolioId.parse(id), asof, currency);
        HttpTelemetry.cacheHit(answer.packCached());
        return ValuationView.of(answer);
    }
}
