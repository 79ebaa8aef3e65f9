package io.dawsos.observatory.alertmanager.config;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * An integration that Alertmanager has and this program has not: its settings are checked, so that a file is judged.
 *
 * @param sendResolved what holds when its settings do not say
 * @param keys of its settings that are read as they are
 * @param rules that its settings keep, with the global keys that were given
 */
record ForeignIntegration(
        String type, boolean sendResolved, List<String> keys, BiConsumer<Section, Set<String>> rules) {

    /** In Alertmanager's order. */
    static final List<ForeignIntegration> ALL = List.of(
            of("wechat", false, "message to_user to_party to_tag agent_id", ForeignRules::wechat),
            of(
                    "victorops",
                    true,
                    "message_type state_message entity_display_name monitoring_tool",
                    ForeignRules::victorOps),
            of(
                    "pushover",
                    true,
                    "title message url url_title device sound priority retry expire ttl",
                    ForeignRules::pushover),
            of("sns", true, "api_url subject message attributes use_aws_http_client", ForeignRules::sns),
            of("webex", true, "message", ForeignRules::webex),
            of(
                    "jira",
                    true,
                    "api_type summary description labels priority reopen_transition resolve_transition"
                            + " wont_fix_resolution fields",
                    ForeignRules::jira),
            of(
                    "rocketchat",
                    false,
                    "channel color title title_link text fields short_fields emoji icon_url image_url thumb_url"
                            + " link_names actions",
                    ForeignRules::rocketChat),
            of(
                    "mattermost",
                    true,
                    "channel username text fallback color pretext author_name author_link author_icon title title_link"
                            + " fields thumb_url footer footer_icon image_url icon_url icon_emoji attachments type props"
                            + " priority",
                    ForeignRules::mattermost),
            of("incidentio", true, "max_alerts timeout", ForeignRules::incidentIo));

    private static ForeignIntegration of(
            String type, boolean sendResolved, String keys, BiConsumer<Section, Set<String>> rules) {
        return new ForeignIntegration(type, sendResolved, List.of(keys.split(" ")), rules);
    }

    /** Of a receiver's list of them. */
    String key() {
        return type + "_configs";
    }

    UnsupportedConfig read(Section section, GlobalConfig global) {
        keys.forEach(section::find);
        section.http(global.http());
        rules.accept(section, global.foreign());
        return new UnsupportedConfig(
                type,
                key(),
                section.flag("send_resolved", sendResolved),
                section.node().line(),
                section.node().path());
    }
}
