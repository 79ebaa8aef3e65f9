package io.dawsos.observatory.alertmanager.template;

import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateObject;
import org.jspecify.annotations.Nullable;

/**
 * An alert as templates see it.
 *
 * @param endsAt Go's zero time while it fires
 */
public record AlertData(
        boolean resolved,
        KeyValues labels,
        KeyValues annotations,
        GoTime startsAt,
        GoTime endsAt,
        String generatorUrl,
        String fingerprint)
        implements TemplateObject, GoJson.Written {

    String status() {
        return resolved ? "resolved" : "firing";
    }

    @Override
    public @Nullable Object field(String name) {
        return switch (name) {
            case "Status" -> status();
            case "Labels" -> labels;
            case "Annotations" -> annotations;
            case "StartsAt" -> startsAt;
            case "EndsAt" -> endsAt;
            case "GeneratorURL" -> generatorUrl;
            case "Fingerprint" -> fingerprint;
            default ->
                throw new TemplateException("an alert has no field " + name
                        + "; it has Status, Labels, Annotations, StartsAt, EndsAt, GeneratorURL and Fingerprint");
        };
    }

    @Override
    public Object json() {
        return new JsonObject()
                .put("status", status())
                .put("labels", labels)
                .put("annotations", annotations)
                .put("startsAt", startsAt)
                .put("endsAt", endsAt)
                .put("generatorURL", generatorUrl)
                .put("fingerprint", fingerprint);
    }

    @Override
    public String typeName() {
        return "template.Alert";
    }

    @Override
    public String toString() {
        return "{" + status() + " " + labels + " " + annotations + " " + startsAt + " " + endsAt + " " + generatorUrl
                + " " + fingerprint + "}";
    }
}
