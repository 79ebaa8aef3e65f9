package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import io.dawsos.observatory.rules.alert.FoundAlert;
import io.dawsos.observatory.rules.template.RuleTemplate;
import io.dawsos.observatory.rules.template.RuleTemplates;
import io.dawsos.observatory.rules.template.TemplateQuery;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Makes alerts of series: what a rule says of them. */
final class AlertTemplates {
    private final String alert;
    private final Map<String, RuleTemplate> labels;
    private final Map<String, RuleTemplate> annotations;

    AlertTemplates(AlertingRule rule, RuleTemplates templates) {
        this.alert = rule.alert();
        this.labels = parsed(rule.labels(), templates);
        this.annotations = parsed(rule.annotations(), templates);
    }

    private Map<String, RuleTemplate> parsed(Map<String, String> texts, RuleTemplates templates) {
        Map<String, RuleTemplate> parsed = new TreeMap<>();
        texts.forEach((name, text) -> parsed.put(name, templates.parse(alert, text)));
        return parsed;
    }

    FoundAlert alert(RuleSample sample, Instant at, TemplateQuery query) {
        Map<String, String> ofSeries = sample.labels().toMap();
        Object value = sample.histogram() == null ? (Object) sample.value() : HistogramValue.text(sample.histogram());
        LabelsBuilder identity = sample.labels().withoutMetricName().toBuilder();
        labels.forEach((name, template) -> identity.set(name, template.expand(ofSeries, value, at, query)));
        LabelsBuilder said = new LabelsBuilder();
        annotations.forEach((name, template) -> said.set(name, template.expand(ofSeries, value, at, query)));
        Labels alertLabels = identity.set(Alert.NAME, alert).build();
        return new FoundAlert(alertLabels, said.build(), sample.value());
    }
}
