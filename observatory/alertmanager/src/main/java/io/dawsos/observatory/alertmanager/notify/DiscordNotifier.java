package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.DiscordConfig;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.template.JsonObject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** Posts a message with an embed to a web hook of Discord. */
final class DiscordNotifier implements Templated.Sender {
    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_DESCRIPTION = 4096;
    private static final int LONGEST_CONTENT = 2000;
    private static final long RED = 0x992D22;
    private static final long GREEN = 0x2ECC71;

    private final DiscordConfig config;
    private final InstantSource clock;
    private final Web web;

    DiscordNotifier(DiscordConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.web = new Web(config.http());
    }

    @Override
    public Delivery send(Message message) throws IOException {
        JsonObject embed = new JsonObject()
                .put("title", message.text(config.title(), LONGEST_TITLE))
                .put("description", message.text(config.message(), LONGEST_DESCRIPTION))
                .put("color", message.isResolved() ? GREEN : RED);
        JsonObject json = new JsonObject()
                .put("content", message.text(config.content(), LONGEST_CONTENT))
                .put("embeds", List.of(embed))
                .putNonEmpty("username", config.username())
                .putNonEmpty("avatar_url", config.avatarUrl());
        return Post.of(config.url().read().value(), json + "\n")
                .send(web, Deadline.left(message.notification(), null, clock));
    }
}
