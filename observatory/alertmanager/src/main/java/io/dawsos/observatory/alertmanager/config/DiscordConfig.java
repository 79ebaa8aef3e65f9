package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.SecretSource;

/** A web hook of Discord. Content, title and message are templates. */
public record DiscordConfig(
        boolean sendResolved,
        HttpClientConfig http,
        SecretSource url,
        String content,
        String title,
        String message,
        String username,
        String avatarUrl)
        implements IntegrationConfig {

    static DiscordConfig read(Section section, GlobalConfig global) {
        return new DiscordConfig(
                section.flag("send_resolved", true),
                section.http(global.http()),
                webhook(section),
                section.text("content"),
                section.text("title", "{{ template \"discord.default.title\" . }}"),
                section.text("message", "{{ template \"discord.default.message\" . }}"),
                section.text("username"),
                section.text("avatar_url"));
    }

    /** The address of a web hook that is a secret; Teams has the same key. */
    static SecretSource webhook(Section section) {
        SecretSource url = section.secretUrl("webhook_url");
        if (url == null) {
            throw section.problem("webhook_url is missing; write webhook_url or webhook_url_file");
        }
        return url;
    }

    @Override
    public String type() {
        return "discord";
    }
}
