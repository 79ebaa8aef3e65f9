package io.dawsos.portfolio.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dawsos.portfolio.alert.Alert;
import io.dawsos.portfolio.alert.Channel;
import io.dawsos.portfolio.alert.ConditionForm;
import io.dawsos.portfolio.alert.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is answered.
 *
 * @param cooldown ISO 8601
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertView(
        UUID id,
        UUID portfolioId,
        String name,
        ConditionForm condition,
        List<NewAlert.NewChannel> channels,
        Duration cooldown,
        Instant createdAt,
        @Nullable Instant firedAt) {

    static AlertView of(Alert alert) {
        return new AlertView(
                alert.id(),
                alert.portfolioId(),
                alert.name(),
                ConditionForm.of(alert.condition()),
                alert.channels().stream().map(AlertView::channel).toList(),
                alert.cooldown(),
                alert.createdAt(),
                alert.firedAt());
    }

    private static NewAlert.NewChannel channel(Channel channel) {
        return new NewAlert.NewChannel(
                channel.method().text(),
                channel.method() == Method.WEBHOOK ? channel.target() : null,
                channel.method() == Method.EMAIL ? channel.target() : null);
    }
}
