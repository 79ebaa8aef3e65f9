package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.OpsgenieConfig;
import io.dawsos.observatory.alertmanager.config.OpsgenieConfig.Responder;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.template.JsonObject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Creates and closes alerts of Opsgenie; one for a group, by its key. */
final class OpsgenieNotifier implements Templated.Sender {
    private static final int LONGEST_MESSAGE = 130;
    private static final int LONGEST_DESCRIPTION = 15_000;
    private static final int LONGEST_NOTE = 25_000;
    private static final int LONGEST_SOURCE = 100;

    private final OpsgenieConfig config;
    private final InstantSource clock;
    private final Web web;

    OpsgenieNotifier(OpsgenieConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.web = new Web(config.http());
    }

    @Override
    public Delivery send(Message message) throws IOException {
        String key = message.text(config.apiKey().read().value()).strip();
        for (Post request : message.isResolved() ? List.of(close(message)) : requests(message)) {
            Delivery delivery = request.header("Authorization", "GenieKey " + key, key)
                    .send(web, Deadline.left(message.notification(), null, clock));
            if (delivery instanceof Delivery.Failed) {
                return delivery;
            }
        }
        return Delivery.delivered();
    }

    private Post close(Message message) {
        return Post.of(
                address(message, "/close"), new JsonObject().put("source", message.text(config.source())) + "\n");
    }

    private List<Post> requests(Message message) {
        String text = message.text(config.message(), LONGEST_MESSAGE);
        String description = message.text(config.description(), LONGEST_DESCRIPTION);
        Post create = Post.of(config.url() + "v2/alerts", created(message, text, description) + "\n");
        if (!config.updateAlerts()) {
            return List.of(create);
        }
        return List.of(
                create,
                Post.of(address(message, "/message"), new JsonObject().putNonEmpty("message", text) + "\n")
                        .put(),
                Post.of(
                                address(message, "/description"),
                                new JsonObject().putNonEmpty("description", description) + "\n")
                        .put());
    }

    private String address(Message message, String of) {
        return config.url() + "v2/alerts/" + message.key() + of + "?identifierType=alias";
    }

    private JsonObject created(Message message, String text, String description) {
        return new JsonObject()
                .put("alias", message.key())
                .put("message", text)
                .putNonEmpty("description", description)
                .put("details", details(message))
                .put("source", message.text(config.source(), LONGEST_SOURCE))
                .putNonEmpty("responders", responders(message))
                .putNonEmpty("tags", parts(message.text(config.tags())))
                .putNonEmpty("note", message.text(config.note(), LONGEST_NOTE))
                .putNonEmpty("priority", message.text(config.priority()))
                .putNonEmpty("entity", message.text(config.entity()))
                .putNonEmpty("actions", parts(message.text(config.actions())));
    }

    private Map<String, String> details(Message message) {
        Map<String, String> details = new TreeMap<>(message.data().commonLabels());
        config.details().forEach((name, template) -> details.put(name, message.text(template)));
        return details;
    }

    /** Those that turn out empty are left out, so that they can be filled from labels. */
    private List<JsonObject> responders(Message message) {
        List<JsonObject> responders = new ArrayList<>();
        for (Responder responder : config.responders()) {
            String type = message.text(responder.type());
            String id = message.text(responder.id());
            String name = message.text(responder.name());
            String username = message.text(responder.username());
            if (type.equals("teams")) {
                parts(name).forEach(team -> responders.add(responder("", team, "", "team")));
            } else if (!(id + name + username).isEmpty()) {
                responders.add(responder(id, name, username, type));
            }
        }
        return responders;
    }

    private static JsonObject responder(String id, String name, String username, String type) {
        return new JsonObject()
                .putNonEmpty("id", id)
                .putNonEmpty("name", name)
                .putNonEmpty("username", username)
                .put("type", type);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.strip().split(",", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
