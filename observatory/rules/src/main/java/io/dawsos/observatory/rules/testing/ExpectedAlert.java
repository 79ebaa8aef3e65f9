package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.model.Alert;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** An alert as a test expects it, or as it fired: empty values are not the same as absent ones. */
public record ExpectedAlert(Map<String, String> labels, Map<String, String> annotations) {
    public ExpectedAlert {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
    }

    /** With the name under which it is expected, which tests leave out. */
    ExpectedAlert named(String alertName) {
        Map<String, String> named = new TreeMap<>(labels);
        named.put(Alert.NAME, alertName);
        return new ExpectedAlert(named, annotations);
    }
}
