package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.SecretSource;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Opsgenie. All texts are templates.
 *
 * @param url ends with a slash
 */
public record OpsgenieConfig(
        boolean sendResolved,
        HttpClientConfig http,
        SecretSource apiKey,
        URI url,
        String message,
        String description,
        String source,
        Map<String, String> details,
        String entity,
        List<Responder> responders,
        String actions,
        String tags,
        String note,
        String priority,
        boolean updateAlerts)
        implements IntegrationConfig {

    /**
     * Who answers for the alert; one of the first three is given.
     *
     * @param type team, teams, user, escalation or schedule, or a template
     */
    public record Responder(String id, String name, String username, String type) {
        private static final Set<String> TYPES = Set.of("team", "teams", "user", "escalation", "schedule");

        static Responder read(Section section) {
            String id = section.text("id");
            String name = section.text("name");
            String username = section.text("username");
            if (id.isEmpty() && name.isEmpty() && username.isEmpty()) {
                throw section.problem("a responder has an id, a name or a username, and this one has none of them");
            }
            String type = section.text("type");
            if (!type.contains("{{")) {
                type = type.toLowerCase(Locale.ROOT);
                if (!TYPES.contains(type)) {
                    throw section.problem(
                            "type is team, teams, user, escalation, schedule or a template; got \"" + type + "\"");
                }
            }
            return new Responder(id, name, username, type);
        }
    }

    static OpsgenieConfig read(Section section, GlobalConfig global) {
        SecretSource own = section.secret("api_key");
        SecretSource apiKey = own == null ? global.opsgenieApiKey() : own;
        if (apiKey == null) {
            throw section.problem("api_key is missing; write api_key or api_key_file here, or global.opsgenie_api_key");
        }
        return new OpsgenieConfig(
                section.flag("send_resolved", true),
                section.http(global.http()),
                apiKey,
                withSlash(section.url("api_url", global.opsgenieUrl())),
                section.text("message", "{{ template \"opsgenie.default.message\" . }}"),
                section.text("description", "{{ template \"opsgenie.default.description\" . }}"),
                section.text("source", "{{ template \"opsgenie.default.source\" . }}"),
                section.textMap("details"),
                section.text("entity"),
                section.all("responders", Responder::read),
                section.text("actions"),
                section.text("tags"),
                section.text("note"),
                section.text("priority"),
                section.flag("update_alerts", false));
    }

    private static URI withSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") || url.getRawQuery() != null ? url : URI.create(text + "/");
    }

    @Override
    public String type() {
        return "opsgenie";
    }
}
