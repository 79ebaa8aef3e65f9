package io.dawsos.portfolio.api;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.reconcile.Reconciliations;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.telemetry.spring.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports of reconciliations; they speak of all portfolios, so only those who see all may read them. */
@RestController
final class ReconciliationController {

    private static final int UUID_LENGTH = 36;

    private final Reconciliations reconciliations;

    ReconciliationController(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @Endpoint("/reconciliations")
    @GetMapping("/v1/reconciliations")
    Page<ReconciliationView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable UUID after) {
        check(caller);
        if (limit < 1 || limit > Page.MOST) {
            throw Refused.invalid("bad-limit", "limit: wanted 1 to %d, got %d".formatted(Page.MOST, limit));
        }
        List<ReconciliationView> found = reconciliations.page(after, limit + 1).stream()
                .map(ReconciliationView::summary)
                .toList();
        return Page.of(found, limit, last -> "/v1/reconciliations?limit=%d&after=%s".formatted(limit, last.id()));
    }

    @Endpoint("/reconciliation")
    @GetMapping("/v1/reconciliations/{id}")
    ReconciliationView get(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        check(caller);
        return parse(id)
                .flatMap(reconciliations::find)
                .map(ReconciliationView::of)
                .orElseThrow(() -> Refused.unknown("unknown-reconciliation", "there is no such reconciliation"));
    }

    /** What is no UUID names no reconciliation. */
    private static Optional<UUID> parse(String id) {
        try {
            return id.length() == UUID_LENGTH ? Optional.of(UUID.fromString(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void check(Caller caller) {
        if (!caller.seesAll()) {
            throw Refused.forbidden("reconciliations: only ADMIN and MANAGER read them");
        }
    }
}
