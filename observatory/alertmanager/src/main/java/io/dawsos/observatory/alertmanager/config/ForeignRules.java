package io.dawsos.observatory.alertmanager.config;

import java.util.Set;
import java.util.stream.Stream;

/** What Alertmanager demands of the integrations that this program has not. */
final class ForeignRules {
    private static final Set<String> VICTOROPS_FIXED = Set.of(
            "routing_key",
            "message_type",
            "state_message",
            "entity_display_name",
            "monitoring_tool",
            "entity_id",
            "entity_state");

    private ForeignRules() {}

    static void wechat(Section section, Set<String> global) {
        section.url("api_url");
        secretHereOrGlobal(section, "api_secret", global, "wechat_api_secret");
        if (section.text("corp_id").isEmpty() && !global.contains("wechat_api_corp_id")) {
            throw missing(section, "corp_id", "wechat_api_corp_id");
        }
        String type = section.text("message_type", "text");
        if (!type.isEmpty() && !type.equals("text") && !type.equals("markdown")) {
            throw section.problem("message_type is text or markdown, got \"" + type + "\"");
        }
    }

    static void victorOps(Section section, Set<String> global) {
        section.url("api_url");
        section.need("routing_key");
        secretHereOrGlobal(section, "api_key", global, "victorops_api_key");
        for (String field : section.textMap("custom_fields").keySet()) {
            if (VICTOROPS_FIXED.contains(field)) {
                throw section.problem("custom_fields cannot have " + field + ", which has a setting of its own");
            }
        }
    }

    static void pushover(Section section, Set<String> global) {
        secretHere(section, "user_key");
        secretHere(section, "token");
        section.exclusive("html", section.flag("html", false), "monospace", section.flag("monospace", false));
    }

    static void sns(Section section, Set<String> global) {
        long targets = Stream.of("target_arn", "topic_arn", "phone_number")
                .filter(key -> !section.text(key).isEmpty())
                .count();
        if (targets != 1) {
            throw section.problem(
                    "one of topic_arn, target_arn and phone_number is wanted, got " + targets + " of them");
        }
        section.one("sigv4", ForeignRules::signature);
    }

    private static boolean signature(Section section) {
        Stream.of("region", "profile", "role_arn", "external_id", "use_fips_sts_endpoint")
                .forEach(section::find);
        if (section.text("access_key").isEmpty() != section.text("secret_key").isEmpty()) {
            throw section.problem("access_key and secret_key come together");
        }
        return true;
    }

    static void webex(Section section, Set<String> global) {
        section.url("api_url");
        section.need("room_id");
        if (!section.hasAuthorization()) {
            throw section.problem("http_config.authorization is missing");
        }
    }

    static void jira(Section section, Set<String> global) {
        section.need("project");
        section.need("issue_type");
        section.duration("reopen_duration");
        if (section.url("api_url") == null && !global.contains("jira_api_url")) {
            throw missing(section, "api_url", "jira_api_url");
        }
    }

    static void rocketChat(Section section, Set<String> global) {
        section.url("api_url");
        secretHereOrGlobal(section, "token", global, "rocketchat_token");
        secretHereOrGlobal(section, "token_id", global, "rocketchat_token_id");
    }

    static void mattermost(Section section, Set<String> global) {
        if (section.secretUrl("webhook_url") == null && !global.contains("mattermost_webhook_url")) {
            throw missing(section, "webhook_url", "mattermost_webhook_url");
        }
    }

    static void incidentIo(Section section, Set<String> global) {
        if (section.secretUrl("url") == null) {
            throw section.problem("url is missing; write url or url_file");
        }
        boolean token = section.secret("alert_source_token") != null;
        section.exclusive("alert_source_token", token, "http_config.authorization", section.hasAuthorization());
        if (section.has("http_config") && !token && !section.hasAuthorization()) {
            throw section.problem("alert_source_token is missing; write it, its file, or http_config.authorization");
        }
    }

    private static void secretHere(Section section, String key) {
        if (section.secret(key) == null) {
            throw section.problem(key + " is missing; write " + key + " or " + key + "_file");
        }
    }

    private static void secretHereOrGlobal(Section section, String key, Set<String> global, String globalKey) {
        if (section.secret(key) == null && !global.contains(globalKey)) {
            throw missing(section, key, globalKey);
        }
    }

    private static RuntimeException missing(Section section, String key, String globalKey) {
        return section.problem(key + " is missing; write " + key + " here, or global." + globalKey);
    }
}
