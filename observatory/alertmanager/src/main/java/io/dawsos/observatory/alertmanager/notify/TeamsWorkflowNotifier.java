package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.MsTeamsV2Config;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.template.JsonObject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** Posts an adaptive card to a workflow of Microsoft Teams. */
final class TeamsWorkflowNotifier implements Templated.Sender {
    private final MsTeamsV2Config config;
    private final InstantSource clock;
    private final Web web;

    TeamsWorkflowNotifier(MsTeamsV2Config config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.web = new Web(config.http());
    }

    @Override
    public Delivery send(Message message) throws IOException {
        JsonObject title = new JsonObject()
                .put("type", "TextBlock")
                .put("text", message.text(config.title()))
                .put("weight", "Bolder")
                .put("size", "Medium")
                .put("wrap", true)
                .put("style", "heading")
                .put("color", message.isResolved() ? "Good" : "Attention");
        String json = TeamsLimit.fitting(message.text(config.text()), text -> message(card(title, text)));
        return Post.of(config.url().read().value(), json + "\n")
                .checked(TeamsLimit::judged)
                .send(web, Deadline.left(message.notification(), null, clock));
    }

    private static JsonObject card(JsonObject title, String text) {
        return new JsonObject()
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.2")
                .put(
                        "body",
                        List.of(
                                title,
                                new JsonObject()
                                        .put("type", "TextBlock")
                                        .put("text", text)
                                        .put("wrap", true)))
                .put("msteams", new JsonObject().put("width", "full"));
    }

    private static JsonObject message(JsonObject card) {
        return new JsonObject()
                .put("type", "message")
                .put(
                        "attachments",
                        List.of(new JsonObject()
                                .put("contentType", "application/vnd.microsoft.card.adaptive")
                                .put("contentUrl", null)
                                .put("content", card)));
    }
}
