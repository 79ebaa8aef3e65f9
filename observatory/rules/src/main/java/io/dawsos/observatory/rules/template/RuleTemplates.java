package io.dawsos.observatory.rules.template;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.template.MissingKey;
import io.dawsos.observatory.template.TemplateSet;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Templates of rules, with Go's functions and Prometheus's, and what of the server they may tell. */
public final class RuleTemplates {
    private static final RuleTemplates ANYWHERE = new RuleTemplates(Labels.EMPTY, URI.create(""));

    private final Labels externalLabels;
    private final URI externalUrl;
    private final TemplateSet set;

    public RuleTemplates(Labels externalLabels, URI externalUrl) {
        this.externalLabels = externalLabels;
        this.externalUrl = externalUrl;
        this.set = set(externalUrl);
    }

    private static TemplateSet set(URI externalUrl) {
        TemplateSet.Builder builder =
                TemplateSet.builder().missingKey(MissingKey.ZERO).prelude(TemplateData.VARIABLES);
        NumberFunctions.all().forEach(builder::function);
        TextFunctions.all().forEach(builder::function);
        QueryFunctions.all().forEach(builder::function);
        String path = externalUrl.getPath();
        builder.function("pathPrefix", values -> path == null ? "" : path);
        builder.function("externalURL", values -> externalUrl.toString());
        return builder.build();
    }

    /** @throws io.dawsos.observatory.template.TemplateException when a text cannot be a template of an alert */
    public static void check(String alert, String text) {
        ANYWHERE.set.parse(name(alert), text);
    }

    /** A label or an annotation of an alert; one that cannot be parsed expands to a text that says why. */
    public RuleTemplate parse(String alert, String text) {
        return RuleTemplate.parse(this, name(alert), text);
    }

    private static String name(String alert) {
        return "__alert_" + alert;
    }

    TemplateSet set() {
        return set;
    }

    TemplateData data(Map<String, String> labels, Object value) {
        Map<String, String> external = new HashMap<>(externalLabels.toMap());
        return new TemplateData(labels, external, externalUrl.toString(), value);
    }
}
