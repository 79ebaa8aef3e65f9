package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values whose shape is the user's affair: texts, and lists and maps of such. */
final class FreeValue {
    private FreeValue() {}

    static Map<String, Object> map(ConfigNode node) {
        Map<String, Object> values = new LinkedHashMap<>();
        ConfigMap map = node.map();
        for (String key : map.keys()) {
            values.put(key, of(map.need(key)));
        }
        return values;
    }

    private static Object of(ConfigNode node) {
        if (node.isMap()) {
            return map(node);
        }
        if (node.isList()) {
            return node.list().stream().map(FreeValue::of).toList();
        }
        return node.isNull() ? "" : node.string();
    }
}
