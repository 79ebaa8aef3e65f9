package io.dawsos.observatory.rules.template;

import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateObject;
import java.util.Map;

/** One series of a query's answer, as templates see it: {@code .Labels} and {@code .Value}. */
public record TemplateSample(Map<String, String> labels, double value) implements TemplateObject {
    @Override
    public Object field(String name) {
        return switch (name) {
            case "Labels" -> labels;
            case "Value" -> value;
            default -> throw new TemplateException("a sample has .Labels and .Value, not ." + name);
        };
    }

    @Override
    public String typeName() {
        return "sample";
    }
}
