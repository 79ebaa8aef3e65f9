package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.SecretSource;

/** An incoming web hook of Microsoft Teams, which takes a message card. Title, summary and text are templates. */
public record MsTeamsConfig(
        boolean sendResolved, HttpClientConfig http, SecretSource url, String title, String summary, String text)
        implements IntegrationConfig {

    static MsTeamsConfig read(Section section, GlobalConfig global) {
        return new MsTeamsConfig(
                section.flag("send_resolved", true),
                section.http(global.http()),
                DiscordConfig.webhook(section),
                section.text("title", "{{ template \"msteams.default.title\" . }}"),
                section.text("summary", "{{ template \"msteams.default.summary\" . }}"),
                section.text("text", "{{ template \"msteams.default.text\" . }}"));
    }

    @Override
    public String type() {
        return "msteams";
    }
}
