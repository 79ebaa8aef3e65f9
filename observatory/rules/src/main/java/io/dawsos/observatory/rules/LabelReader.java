package io.dawsos.observatory.rules;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.Labels;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads labels and annotations. */
final class LabelReader {
    private final NameValidation names;

    LabelReader(NameValidation names) {
        this.names = names;
    }

    Map<String, String> labels(@Nullable ConfigNode node) {
        Map<String, String> labels = annotations(node);
        if (node != null && labels.containsKey(Labels.METRIC_NAME)) {
            throw node.map()
                    .need(Labels.METRIC_NAME)
                    .problem("a label is not called __name__, which is the metric's name; a recording rule names it "
                            + "with record");
        }
        return labels;
    }

    Map<String, String> annotations(@Nullable ConfigNode node) {
        Map<String, String> read = new TreeMap<>();
        if (node == null || node.isNull()) {
            return read;
        }
        ConfigMap map = node.map();
        for (String name : map.keys()) {
            ConfigNode value = map.need(name);
            if (!names.isLabel(name)) {
                throw value.problem("the name " + names.labelRule() + ", got " + GoString.quoted(name));
            }
            read.put(name, text(value));
        }
        return read;
    }

    private static String text(ConfigNode value) {
        String text = value.isNull() ? "" : value.string();
        if (!GoString.isUnicode(text)) {
            throw value.problem("the value is Unicode text, got " + GoString.quoted(text));
        }
        return text;
    }
}
