package io.dawsos.systemtest;

import io.dawsos.systemtest.LocalServer.Reply;
import io.dawsos.systemtest.LocalServer.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes events as PagerDuty's Events API v2 does: the same address, the same required fields and limits, the same
 * answers. Source: PagerDuty's developer documentation, "Send an Alert Event".
 */
final class PagerDuty implements AutoCloseable {

    /** Of the only integration that there is. */
    static final String ROUTING_KEY = "e93facc04764012d7bfb002500d5d1a6";

    private static final Set<String> ACTIONS = Set.of("trigger", "acknowledge", "resolve");
    private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_SUMMARY = 1024;
    private static final int MOST_BYTES = 512 * 1024;

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final LocalServer server = new LocalServer(this::answer);

    PagerDuty() throws IOException {}

    /** One that was taken. */
    record Event(Instant at, JsonNode json) {

        String text(String pointer) {
            return json.at(pointer).asString("");
        }

        String action() {
            return text("/event_action");
        }

        String incident() {
            return text("/dedup_key");
        }

        /** Whether it says that the alert fires. */
        boolean firing(String alert) {
            return text("/payload/custom_details/firing").contains("alertname = " + alert + "\n");
        }

        /** Whether it says that the alert is over. */
        boolean over(String alert) {
            return text("/payload/custom_details/resolved").contains("alertname = " + alert + "\n");
        }
    }

    URI address() {
        return server.address("/v2/enqueue");
    }

    /** In the order of their coming. */
    List<Event> events() {
        return List.copyOf(events);
    }

    /** Why events were not taken. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    private Reply answer(Request request) {
        List<String> errors = new ArrayList<>();
        JsonNode event = parse(request.body(), errors);
        if (!request.method().equals("POST") || !request.path().equals("/v2/enqueue")) {
            refusals.add(request.method() + " " + request.path());
            return Reply.json(404, "{}");
        }
        check(event, errors);
        if (!errors.isEmpty()) {
            refusals.add(errors + ": " + request.body());
            return reply(
                    400, Map.of("status", "invalid event", "message", "Event object is invalid", "errors", errors));
        }
        events.add(new Event(request.at(), event));
        return reply(
                202,
                Map.of(
                        "status", "success",
                        "message", "Event processed",
                        "dedup_key", event.path("dedup_key").asString("made-up")));
    }

    private static Reply reply(int status, Map<String, Object> body) {
        return Reply.json(status, JsonMapper.shared().writeValueAsString(body));
    }

    private static JsonNode parse(String body, List<String> errors) {
        if (body.length() > MOST_BYTES) {
            errors.add("Event is larger than 512 KB");
        }
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            errors.add("JSON cannot be parsed");
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static void check(JsonNode event, List<String> errors) {
        String action = text(event, "event_action");
        String key = text(event, "dedup_key");
        want(text(event, "routing_key").equals(ROUTING_KEY), "'routing_key' is invalid", errors);
        want(ACTIONS.contains(action), "'event_action' is invalid", errors);
        want(key.length() <= LONGEST_KEY, "'dedup_key' is too long", errors);
        if (!action.equals("trigger")) {
            want(!key.isEmpty(), "'dedup_key' is missing or blank", errors);
            return;
        }
        JsonNode payload = event.path("payload");
        String summary = text(payload, "summary");
        want(!summary.isBlank(), "'payload.summary' is missing or blank", errors);
        want(summary.length() <= LONGEST_SUMMARY, "'payload.summary' is too long", errors);
        want(!text(payload, "source").isBlank(), "'payload.source' is missing or blank", errors);
        want(SEVERITIES.contains(text(payload, "severity")), "'payload.severity' is invalid", errors);
        event.path("links")
                .forEach(link -> want(text(link, "href").startsWith("http"), "'links.href' is invalid", errors));
    }

    private static String text(JsonNode of, String member) {
        return of.path(member).isString() ? of.path(member).asString() : "";
    }

    private static void want(boolean holds, String error, List<String> errors) {
        if (!holds) {
            errors.add(error);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
