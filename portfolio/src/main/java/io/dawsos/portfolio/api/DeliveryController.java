package io.dawsos.portfolio.api;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.alert.Deliveries;
import io.dawsos.portfolio.alert.DeliveryStatus;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.telemetry.spring.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What became of alerts, and dead letters sent again. */
@RestController
final class DeliveryController {

    private final Deliveries deliveries;

    DeliveryController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Endpoint("/alert-deliveries")
    @GetMapping("/v1/alert-deliveries")
    Page<DeliveryStatus> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after) {
        Limit.check(limit);
        if (state != null && !Deliveries.STATES.contains(state)) {
            throw Refused.invalid("bad-state", "state: wanted one of " + String.join(", ", Deliveries.STATES));
        }
        List<DeliveryStatus> found = deliveries.page(caller, null, state, Optional.ofNullable(after), limit + 1);
        String filter = state == null ? "" : "&state=" + state;
        return Page.of(
                found, limit, last -> "/v1/alert-deliveries?limit=%d%s&after=%s".formatted(limit, filter, last.id()));
    }

    @Endpoint("/alert-resend")
    @PostMapping("/v1/alert-deliveries/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryStatus resend(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return deliveries.resend(caller, AlertId.parse(id, "delivery"));
    }
}
