package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.parse.SeriesName;
import java.util.List;

/** A series with its values: <code>up{job="api"} 1 1 0 _ 1</code>. */
public record SeriesText(Labels labels, List<SequenceValue> values) {
    public SeriesText {
        values = List.copyOf(values);
    }

    /**
     * @throws IllegalArgumentException when the values are malformed
     * @throws io.dawsos.observatory.promql.PromQlException when the name is
     */
    public static SeriesText parse(String line) {
        SeriesName name = SeriesName.read(line);
        String values = line.substring(name.end());
        if (values.isBlank() || name.end() == 0 || !Character.isWhitespace(values.charAt(0))) {
            throw new IllegalArgumentException("a series is its name, a space, and values, got \"" + line + "\"");
        }
        return new SeriesText(name.labels(), SequenceText.parse(values));
    }
}
