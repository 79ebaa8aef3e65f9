package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.PagerDutyConfig;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.template.JsonObject;
import io.dawsos.observatory.config.SecretSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Triggers and resolves incidents of PagerDuty, by its Events API 2 or, with a service key, by version 1. */
final class PagerDutyNotifier implements Templated.Sender {
    private static final URI V1 = URI.create("https://events.pagerduty.com/generic/2010-04-15/create_event.json");
    private static final URI V2 = URI.create("https://events.pagerduty.com/v2/enqueue");
    private static final int LONGEST_SUMMARY = 1024;
    private static final int LARGEST_EVENT = 512_000;
    private static final int FORBIDDEN = 403;
    private static final String TOO_LARGE =
            "Custom details have been removed because the original event exceeds the maximum size of 512KB";

    private final PagerDutyConfig config;
    private final InstantSource clock;
    private final Web web;

    PagerDutyNotifier(PagerDutyConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.web = new Web(config.http());
    }

    @Override
    public Delivery send(Message message) throws IOException {
        SecretSource serviceKey = config.serviceKey();
        SecretSource routingKey = config.routingKey();
        boolean old = serviceKey != null;
        SecretSource source = serviceKey != null ? serviceKey : routingKey;
        String key = source == null ? "" : message.text(source.read().value());
        Map<String, Object> details = details(message);
        String json = json(message, key, old, details);
        if (json.getBytes(StandardCharsets.UTF_8).length > LARGEST_EVENT) {
            json = json(message, key, old, Map.of("error", TOO_LARGE));
        }
        Post post = Post.of(address(old), json + "\n").hiding(key);
        // Version 1 says that there were too many requests with this status
        return (old ? post.retrying(FORBIDDEN) : post)
                .send(web, Deadline.left(message.notification(), config.timeout(), clock));
    }

    private String address(boolean old) {
        return (old && config.url().equals(V2) ? V1 : config.url()).toString();
    }

    private String json(Message message, String key, boolean old, Map<String, Object> details) {
        return (old ? version1(message, key, details) : version2(message, key, details)).toString();
    }

    private Map<String, Object> details(Message message) {
        Map<String, Object> details = new TreeMap<>();
        config.details().forEach((name, value) -> details.put(name, filled(value, message)));
        return details;
    }

    /** A detail whose texts are templates, at any depth. */
    private static Object filled(Object value, Message message) {
        return switch (value) {
            case String template -> message.text(template);
            case List<?> list ->
                list.stream().map(element -> filled(element, message)).toList();
            case Map<?, ?> map -> {
                Map<String, Object> filled = new TreeMap<>();
                map.forEach((name, element) -> filled.put(message.text(name.toString()), filled(element, message)));
                yield filled;
            }
            default -> value;
        };
    }

    private static String action(Message message) {
        return message.isResolved() ? "resolve" : "trigger";
    }

    private JsonObject version1(Message message, String key, Map<String, Object> details) {
        JsonObject event = new JsonObject()
                .putNonEmpty("service_key", key)
                .put("incident_key", message.key())
                .put("event_type", action(message))
                .putNonEmpty("description", message.text(config.description(), LONGEST_SUMMARY))
                .put("event_action", "")
                .put("payload", null);
        if (!message.isResolved()) {
            event.putNonEmpty("client", message.text(config.client()))
                    .putNonEmpty("client_url", message.text(config.clientUrl()));
        }
        return event.putNonEmpty("details", details);
    }

    private JsonObject version2(Message message, String key, Map<String, Object> details) {
        return new JsonObject()
                .putNonEmpty("routing_key", key)
                .put("dedup_key", message.key())
                .put("event_action", action(message))
                .put("payload", payload(message, details))
                .putNonEmpty("client", message.text(config.client()))
                .putNonEmpty("client_url", message.text(config.clientUrl()))
                .putNonEmpty("images", images(message))
                .putNonEmpty("links", links(message));
    }

    private JsonObject payload(Message message, Map<String, Object> details) {
        String severity = config.severity().isEmpty() ? "error" : config.severity();
        return new JsonObject()
                .put("summary", message.text(config.description(), LONGEST_SUMMARY))
                .put("source", message.text(config.source()))
                .put("severity", message.text(severity))
                .putNonEmpty("class", message.text(config.classType()))
                .putNonEmpty("component", message.text(config.component()))
                .putNonEmpty("group", message.text(config.group()))
                .putNonEmpty("custom_details", details);
    }

    private List<JsonObject> images(Message message) {
        List<JsonObject> images = new ArrayList<>();
        for (PagerDutyConfig.Image image : config.images()) {
            String source = message.text(image.src());
            if (!source.isEmpty()) {
                images.add(new JsonObject()
                        .put("src", source)
                        .put("alt", message.text(image.alt()))
                        .put("href", message.text(image.href())));
            }
        }
        return images;
    }

    private List<JsonObject> links(Message message) {
        List<JsonObject> links = new ArrayList<>();
        for (PagerDutyConfig.Link link : config.links()) {
            String address = message.text(link.href());
            if (!address.isEmpty()) {
                String text = message.text(link.text());
                links.add(new JsonObject().put("href", address).put("text", text.isEmpty() ? address : text));
            }
        }
        return links;
    }
}
