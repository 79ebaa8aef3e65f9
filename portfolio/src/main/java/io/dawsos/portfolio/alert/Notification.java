package io.dawsos.portfolio.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in an owner's inbox.
 *
 * @param text one line, for people
 * @param readAt null while it is unread
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notification(
        UUID id,
        String text,
        AlertMessage alert,
        Instant toldAt,
        @Nullable Instant readAt) {}
