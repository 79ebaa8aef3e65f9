package io.dawsos.portfolio.api;

import io.dawsos.portfolio.alert.Alert;
import io.dawsos.portfolio.alert.Alerts;
import io.dawsos.portfolio.alert.Deliveries;
import io.dawsos.portfolio.alert.DeliveryStatus;
import io.dawsos.portfolio.alert.OwnerKeys;
import io.dawsos.portfolio.alert.Receivers;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.telemetry.spring.Endpoint;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What owners want to be told about their portfolios. */
@RestController
final class AlertController {

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Receivers receivers;
    private final OwnerKeys keys;

    AlertController(Alerts alerts, Deliveries deliveries, Receivers receivers, OwnerKeys keys) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.keys = keys;
    }

    @Endpoint("/alerts")
    @PostMapping("/v1/alerts")
    ResponseEntity<AlertView> create(@AuthenticationPrincipal Caller caller, @RequestBody NewAlert wanted) {
        NewAlert.Wish wish = wanted.wish(receivers);
        Alert made = alerts.create(
                caller, wish.portfolio(), wish.name(), wish.condition(), wish.channels(), wish.cooldown());
        return ResponseEntity.created(URI.create("/v1/alerts/" + made.id())).body(AlertView.of(made));
    }

    @Endpoint("/alerts")
    @GetMapping("/v1/alerts")
    Page<AlertView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(name = "portfolio_id", required = false) @Nullable UUID portfolio,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after) {
        Limit.check(limit);
        List<Alert> found = alerts.page(caller, portfolio, Optional.ofNullable(after), limit + 1);
        String filter = portfolio == null ? "" : "&portfolio_id=" + portfolio;
        return Page.of(found.stream().map(AlertView::of).toList(), limit, last -> "/v1/alerts?limit=%d%s&after=%s"
                .formatted(limit, filter, last.id()));
    }

    @Endpoint("/alert")
    @GetMapping("/v1/alerts/{id}")
    AlertView get(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return AlertView.of(alerts.get(caller, AlertId.parse(id, "alert")));
    }

    @Endpoint("/alert")
    @DeleteMapping("/v1/alerts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        alerts.delete(caller, AlertId.parse(id, "alert"));
    }

    @Endpoint("/alert-deliveries")
    @GetMapping("/v1/alerts/{id}/deliveries")
    Page<DeliveryStatus> deliveries(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after) {
        Limit.check(limit);
        UUID alert = alerts.get(caller, AlertId.parse(id, "alert")).id();
        List<DeliveryStatus> found = deliveries.page(caller, alert, null, Optional.ofNullable(after), limit + 1);
        return Page.of(
                found, limit, last -> "/v1/alerts/%s/deliveries?limit=%d&after=%s".formatted(alert, limit, last.id()));
    }

    /** What the receivers of the caller's webhooks check signatures with. */
    record WebhookKeyView(String key) {}

    @Endpoint("/alert-webhook-key")
    @GetMapping("/v1/alert-webhook-key")
    WebhookKeyView webhookKey(@AuthenticationPrincipal Caller caller) {
        return new WebhookKeyView(keys.of(caller.userId()));
    }
}
