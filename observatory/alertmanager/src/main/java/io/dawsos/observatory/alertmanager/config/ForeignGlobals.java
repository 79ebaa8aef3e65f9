package io.dawsos.observatory.alertmanager.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the global keys of integrations that this program has not, as far as checking their receivers needs it. */
final class ForeignGlobals {
    private static final List<String> URLS =
            List.of("jira_api_url", "wechat_api_url", "victorops_api_url", "webex_api_url", "rocketchat_api_url");
    private static final List<String> SECRETS =
            List.of("victorops_api_key", "wechat_api_secret", "rocketchat_token", "rocketchat_token_id");

    private ForeignGlobals() {}

    static Set<String> read(Section section) {
        Set<String> given = new TreeSet<>();
        for (String key : URLS) {
            if (section.url(key) != null) {
                given.add(key);
            }
        }
        for (String key : SECRETS) {
            if (section.secret(key) != null) {
                given.add(key);
            }
        }
        if (section.secretUrl("mattermost_webhook_url") != null) {
            given.add("mattermost_webhook_url");
        }
        if (!section.text("wechat_api_corp_id").isEmpty()) {
            given.add("wechat_api_corp_id");
        }
        return Set.copyOf(given);
    }
}
