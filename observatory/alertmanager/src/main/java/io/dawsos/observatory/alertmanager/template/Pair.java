package io.dawsos.observatory.alertmanager.template;

import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateObject;
import org.jspecify.annotations.Nullable;

/** A name and its value. */
public record Pair(String name, String value) implements TemplateObject, GoJson.Written {
    @Override
    public @Nullable Object field(String field) {
        return switch (field) {
            case "Name" -> name;
            case "Value" -> value;
            default -> throw new TemplateException("a pair has no field " + field + "; it has Name and Value");
        };
    }

    @Override
    public Object json() {
        return new JsonObject().put("Name", name).put("Value", value);
    }

    @Override
    public String typeName() {
        return "template.Pair";
    }

    @Override
    public String toString() {
        return "{" + name + " " + value + "}";
    }
}
