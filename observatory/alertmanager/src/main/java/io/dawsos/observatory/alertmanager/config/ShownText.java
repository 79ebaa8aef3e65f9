package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.model.GoString;
import java.util.regex.Pattern;

/** Writes a configuration as YAML without its secrets, as Alertmanager's API shows it: each is {@code <secret>}. */
final class ShownText {
    private static final String SECRET = "<secret>";

    private static final Pattern SECRET_KEY = Pattern.compile(
            "(.*_)?(password|secret|token|credentials|key|token_id)|slack_api_url|(mattermost_)?webhook_url");
    /** Keys that hold a secret only here: a web hook's address, and headers. */
    private static final Pattern SECRET_PATH =
            Pattern.compile(".*(slack_configs\\[\\d+\\]\\.api_url|(webhook|incidentio)_configs\\[\\d+\\]\\.url"
                    + "|http_headers\\..*\\.(values|secrets)\\[\\d+\\]|proxy_connect_header\\..*)");

    /** Keys below these are labels' names, or the user's own. */
    private static final Pattern OWN_KEYS =
            Pattern.compile(".*(match|match_re|details|fields|custom_fields|attributes)\\.[^.]*");

    private static final Pattern USER_IN_ADDRESS = Pattern.compile("//[^/@\\s]*@");
    private static final Pattern PLAIN = Pattern.compile("true|false|-?[0-9]{1,15}");

    private final StringBuilder text = new StringBuilder();

    private ShownText() {}

    static String of(String fileName, String yaml) {
        ShownText shown = new ShownText();
        shown.map(ConfigFile.parse(fileName, yaml).map(), "");
        return shown.text.toString();
    }

    private void map(ConfigMap map, String indent) {
        for (String key : map.keys()) {
            text.append(indent).append(isWord(key) ? key : GoString.quoted(key)).append(':');
            value(map.need(key), key, indent);
        }
    }

    private void value(ConfigNode node, String key, String indent) {
        if (node.isMap() && !node.map().keys().isEmpty()) {
            text.append('\n');
            map(node.map(), indent + "  ");
        } else if (node.isList() && !node.list().isEmpty()) {
            text.append('\n');
            node.list().forEach(item -> item(item, key, indent));
        } else {
            text.append(' ').append(scalar(node, key)).append('\n');
        }
    }

    private void item(ConfigNode item, String key, String indent) {
        text.append(indent).append('-');
        if (item.isMap() || item.isList()) {
            value(item, key, indent);
        } else {
            text.append(' ').append(scalar(item, key)).append('\n');
        }
    }

    private static String scalar(ConfigNode node, String key) {
        if (node.isMap()) {
            return "{}";
        }
        if (node.isList()) {
            return "[]";
        }
        if (node.isNull()) {
            return "null";
        }
        String value = node.string();
        if (!value.isEmpty() && isSecret(node, key)) {
            return SECRET;
        }
        String harmless = USER_IN_ADDRESS.matcher(value).replaceAll("//");
        return PLAIN.matcher(harmless).matches() ? harmless : GoString.quoted(harmless);
    }

    private static boolean isSecret(ConfigNode node, String key) {
        return (SECRET_KEY.matcher(key).matches()
                        && !OWN_KEYS.matcher(node.path()).matches())
                || SECRET_PATH.matcher(node.path()).matches();
    }

    private static boolean isWord(String key) {
        return LabelName.isClassic(key) && !PLAIN.matcher(key).matches();
    }
}
