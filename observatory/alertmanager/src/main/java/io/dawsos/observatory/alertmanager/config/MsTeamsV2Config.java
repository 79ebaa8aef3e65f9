package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.SecretSource;

/** A workflow of Microsoft Teams, which takes an adaptive card. Title and text are templates. */
public record MsTeamsV2Config(boolean sendResolved, HttpClientConfig http, SecretSource url, String title, String text)
        implements IntegrationConfig {

    static MsTeamsV2Config read(Section section, GlobalConfig global) {
        return new MsTeamsV2Config(
                section.flag("send_resolved", true),
                section.http(global.http()),
                DiscordConfig.webhook(section),
                section.text("title", "{{ template \"msteamsv2.default.title\" . }}"),
                section.text("text", "{{ template \"msteamsv2.default.text\" . }}"));
    }

    @Override
    public String type() {
        return "msteamsv2";
    }
}
