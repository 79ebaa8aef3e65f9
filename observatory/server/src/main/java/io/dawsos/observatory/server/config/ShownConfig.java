package io.dawsos.observatory.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** A configuration's text for people to see: written anew from what it says, so that no secret stays in a corner of it. */
public final class ShownConfig {
    private static final String SECRET = "<secret>";
    private static final Set<String> SECRET_KEYS = Set.of(
            "access_key",
            "api_key",
            "api_secret",
            "api_url",
            "auth_password",
            "auth_secret",
            "bearer_token",
            "bot_token",
            "client_secret",
            "client_certificate_key",
            "credentials",
            "http_headers",
            "key",
            "opsgenie_api_key",
            "password",
            "routing_key",
            "secret_key",
            "secrets",
            "service_key",
            "slack_api_url",
            "smtp_auth_password",
            "smtp_auth_secret",
            "token",
            "user_key",
            "victorops_api_key",
            "webhook_url",
            "wechat_api_secret");
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]*@");

    private ShownConfig() {}

    /** @param text YAML that was read before */
    public static String of(String text) {
        if (text.isBlank()) {
            return "";
        }
        Object read = new Load(LoadSettings.builder().build()).loadFromString(text);
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDefaultScalarStyle(ScalarStyle.PLAIN)
                .setSplitLines(false)
                .build();
        Object shown = shown(read);
        return shown == null ? "" : new Dump(settings).dumpToString(shown);
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, inner) -> copy.put(key, isSecret(key, inner) ? SECRET : shown(inner)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(inner -> copy.add(shown(inner)));
                yield copy;
            }
            case String text -> USER_INFO.matcher(text).replaceAll(SECRET + "@");
            case null -> null;
            default -> value;
        };
    }

    /** A webhook's address is one, and the header's values may be. */
    private static boolean isSecret(Object key, @Nullable Object value) {
        return value != null
                && !(value instanceof String text && text.isEmpty())
                && SECRET_KEYS.contains(String.valueOf(key))
                && !(value instanceof Map && !key.equals("http_headers"));
    }
}
