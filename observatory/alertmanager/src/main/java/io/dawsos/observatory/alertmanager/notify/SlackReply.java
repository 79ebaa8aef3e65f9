package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.notify.Web.Answer;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Slack means: with a status of 200 it says that it has taken a message, and that it has not. */
final class SlackReply {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> PASSING = Set.of(
            "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout");
    private static final Set<String> GONE = Set.of("message_not_found", "cant_update_message", "edit_window_closed");

    private SlackReply() {}

    /**
     * An answer's meaning.
     *
     * @param said the message's name, if the answer has it
     * @param isGone whether the message that was to be changed is no longer there to be
     */
    record Outcome(Delivery delivery, SlackMessages.@Nullable Said said, boolean isGone) {}

    static Outcome of(Answer answer) {
        if (answer.contentType().startsWith("application/json")) {
            return ofJson(answer.body());
        }
        return new Outcome(
                answer.body().equals("ok")
                        ? Delivery.delivered()
                        : Delivery.refused("Slack answered: " + answer.body()),
                null,
                false);
    }

    private static Outcome ofJson(String body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JacksonException e) {
            return new Outcome(Delivery.failed("Slack's answer is no JSON: " + body), null, false);
        }
        if (json.path("ok").asBoolean(false)) {
            String timestamp = json.path("ts").asString("");
            String channel = json.path("channel").asString("");
            return new Outcome(
                    Delivery.delivered(),
                    timestamp.isEmpty() ? null : new SlackMessages.Said(channel, timestamp),
                    false);
        }
        String error = json.path("error").asString("");
        String reason = "Slack answered with the error " + error;
        return new Outcome(
                PASSING.contains(error) ? Delivery.failed(reason) : Delivery.refused(reason),
                null,
                GONE.contains(error));
    }
}
