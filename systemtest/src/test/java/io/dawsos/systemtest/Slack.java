package io.dawsos.systemtest;

import io.dawsos.systemtest.LocalServer.Reply;
import io.dawsos.systemtest.LocalServer.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes messages as a Slack incoming webhook does, and answers as it does. Source: Slack's documentation, "Sending
 * messages using incoming webhooks", "Handling errors", "Reference: Secondary message attachments".
 */
final class Slack implements AutoCloseable {

    /** Made as Slack's are; whoever knows it may post. */
    private static final String PATH = "/services/T00000000/B00000000/systemtestsystemtestsyst";

    private static final int MOST_ATTACHMENTS = 100;

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final LocalServer server = new LocalServer(this::answer);

    Slack() throws IOException {}

    /** One that was taken. */
    record Message(Instant at, JsonNode json) {

        /** Of the message, or of its attachment. */
        String text(String member) {
            JsonNode attachment = json.path("attachments").path(0);
            return json.path(member).asString(attachment.path(member).asString(""));
        }

        /** Whether it says that the alert fires. */
        boolean firing(String alert) {
            return text("text").lines().anyMatch(line -> line.startsWith("*" + alert + "*:"));
        }

        /** Whether it says that the alert is over. */
        boolean over(String alert) {
            return text("text").contains("Over: *" + alert + "*,");
        }
    }

    URI address() {
        return server.address(PATH);
    }

    /** In the order of their coming. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Why messages were not taken. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    private Reply answer(Request request) {
        if (!request.method().equals("POST") || !request.path().equals(PATH)) {
            return refuse(404, "no_service", request);
        }
        JsonNode message;
        try {
            message = JsonMapper.shared().readTree(request.body());
        } catch (JacksonException e) {
            return refuse(400, "invalid_payload", request);
        }
        String error = error(message);
        if (!error.isEmpty()) {
            return refuse(400, error, request);
        }
        messages.add(new Message(request.at(), message));
        return Reply.text(200, "ok");
    }

    private static String error(JsonNode message) {
        JsonNode attachments = message.path("attachments");
        if (!message.isObject() || !(attachments.isMissingNode() || attachments.isArray())) {
            return "invalid_payload";
        }
        if (attachments.size() > MOST_ATTACHMENTS) {
            return "too_many_attachments";
        }
        boolean says = !message.path("text").asString("").isBlank();
        for (JsonNode attachment : attachments) {
            says |= !attachment.path("text").asString("").isBlank()
                    || !attachment.path("fallback").asString("").isBlank();
        }
        return says ? "" : "no_text";
    }

    private Reply refuse(int status, String error, Request request) {
        refusals.add(error + ": " + request.method() + " " + request.path() + " " + request.body());
        return Reply.text(status, error);
    }

    @Override
    public void close() {
        server.close();
    }
}
