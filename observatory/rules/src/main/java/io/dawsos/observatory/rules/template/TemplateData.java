package io.dawsos.observatory.rules.template;

import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateObject;
import java.util.Map;

/**
 * What a rule's templates are expanded with: {@code $labels}, {@code $externalLabels}, {@code $externalURL} and {@code
 * $value}.
 *
 * @param labels of the series, its name included
 * @param value of the series; a number, or a histogram's text
 */
record TemplateData(Map<String, String> labels, Map<String, String> externalLabels, String externalUrl, Object value)
        implements TemplateObject {
    /** Stands before a rule's templates, so that they find it by these names. */
    static final String VARIABLES = "{{$labels := .Labels}}{{$externalLabels := .ExternalLabels}}"
            + "{{$externalURL := .ExternalURL}}{{$value := .Value}}";

    @Override
    public Object field(String name) {
        return switch (name) {
            case "Labels" -> labels;
            case "ExternalLabels" -> externalLabels;
            case "ExternalURL" -> externalUrl;
            case "Value" -> value;
            default ->
                throw new TemplateException("there is .Labels, .ExternalLabels, .ExternalURL and .Value, not ." + name);
        };
    }

    @Override
    public String typeName() {
        return "alert";
    }
}
