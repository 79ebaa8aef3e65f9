package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.MsTeamsConfig;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.template.JsonObject;
import java.io.IOException;
import java.time.InstantSource;

/** Posts a message card to an incoming web hook of Microsoft Teams. */
final class TeamsNotifier implements Templated.Sender {
    private final MsTeamsConfig config;
    private final InstantSource clock;
    private final Web web;

    TeamsNotifier(MsTeamsConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.web = new Web(config.http());
    }

    @Override
    public Delivery send(Message message) throws IOException {
        String title = message.text(config.title());
        String summary = message.text(config.summary());
        String json = TeamsLimit.fitting(message.text(config.text()), text -> new JsonObject()
                .put("@context", "http://schema.org/extensions")
                .put("type", "MessageCard")
                .put("title", title)
                .put("summary", summary)
                .put("text", text)
                .put("themeColor", message.isResolved() ? "2DC72D" : "8C1A1A"));
        return Post.of(config.url().read().value(), json + "\n")
                .checked(TeamsLimit::judged)
                .send(web, Deadline.left(message.notification(), null, clock));
    }
}
