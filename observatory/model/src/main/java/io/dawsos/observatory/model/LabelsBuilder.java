package io.dawsos.observatory.model;

import java.util.Map;
import java.util.TreeMap;

/** Builds {@link Labels}; an empty value removes the label. For one thread. */
public final class LabelsBuilder {
    private final TreeMap<String, String> labels = new TreeMap<>();

    public LabelsBuilder set(String name, String value) {
        if (value.isEmpty()) {
            labels.remove(name);
        } else {
            labels.put(name, value);
        }
        return this;
    }

    public LabelsBuilder remove(String name) {
        labels.remove(name);
        return this;
    }

    public boolean has(String name) {
        return labels.containsKey(name);
    }

    /** The value of a label, empty when it is not there. */
    public String get(String name) {
        return labels.getOrDefault(name, "");
    }

    public Labels build() {
        String[] pairs = new String[labels.size() * 2];
        int i = 0;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            pairs[i++] = label.getKey();
            pairs[i++] = label.getValue();
        }
        return Labels.ofSorted(pairs);
    }
}
