package io.dawsos.portfolio.api;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.ledger.Trade;
import io.dawsos.portfolio.ledger.TradeDesk;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.telemetry.spring.Endpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Booking trades. */
@RestController
final class TradeController {

    private final TradeDesk desk;

    TradeController(TradeDesk desk) {
        this.desk = desk;
    }

    @Endpoint("/trades")
    @PostMapping("/v1/portfolios/{id}/trades")
    @ResponseStatus(HttpStatus.CREATED)
    TradeView book(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewTrade trade) {
        if (key != null && !key.matches("[!-~]{1,255}")) {
            throw Refused.invalid("bad-idempotency-key", "Idempotency-Key: wanted 1 to 255 visible ASCII characters");
        }
        Trade booked = desk.book(caller, PortfolioId.parse(id), trade.order(), key);
        return TradeView.of(booked);
    }
}
