package io.dawsos.portfolio.api;

import io.dawsos.portfolio.alert.Notification;
import io.dawsos.portfolio.alert.Notifications;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.telemetry.spring.Endpoint;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's inbox. */
@RestController
final class NotificationController {

    private final Notifications notifications;

    NotificationController(Notifications notifications) {
        this.notifications = notifications;
    }

    @Endpoint("/notifications")
    @GetMapping("/v1/notifications")
    Page<Notification> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after) {
        Limit.check(limit);
        List<Notification> found = notifications.page(caller, unread, after, limit + 1);
        return Page.of(found, limit, last -> "/v1/notifications?limit=%d&unread=%s&after=%s"
                .formatted(limit, unread, last.id()));
    }

    @Endpoint("/notification")
    @PostMapping("/v1/notifications/{id}/read")
    Notification read(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return notifications.read(caller, AlertId.parse(id, "notification"));
    }
}
