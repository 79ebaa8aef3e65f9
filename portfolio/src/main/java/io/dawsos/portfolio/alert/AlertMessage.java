package io.dawsos.portfolio.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told, to webhooks as JSON and to people as text. See {@code docs/reference/alert-webhook.md}: receivers depend
 * on it.
 *
 * @param id of the event: the same on every channel
 * @param trueAt when the condition was true
 * @param pricingPackId the newest pack then: quotes go over its prices
 * @param traceId of the evaluation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertMessage(
        UUID id,
        UUID alertId,
        String alertName,
        UUID portfolioId,
        String portfolioName,
        String currency,
        ConditionForm condition,
        Finding observed,
        String cause,
        Instant trueAt,
        String pricingPackId,
        @Nullable String traceId) {}
