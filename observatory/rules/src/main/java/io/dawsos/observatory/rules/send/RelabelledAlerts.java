package io.dawsos.observatory.rules.send;

import io.dawsos.observatory.config.relabel.RelabelRule;
import io.dawsos.observatory.config.relabel.Relabelling;
import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds the external labels to alerts, relabels them, and hands on what is left.
 *
 * @param externalLabels set where an alert has none of the name
 * @param rules {@code alert_relabel_configs}
 */
public record RelabelledAlerts(Labels externalLabels, List<RelabelRule> rules, AlertReceiver next)
        implements AlertReceiver {
    public RelabelledAlerts {
        rules = List.copyOf(rules);
    }

    @Override
    public void receive(List<Alert> alerts) {
        List<Alert> left = relabelled(alerts, externalLabels, rules);
        if (!left.isEmpty()) {
            next.receive(left);
        }
    }

    static List<Alert> relabelled(List<Alert> alerts, Labels externalLabels, List<RelabelRule> rules) {
        List<Alert> left = new ArrayList<>();
        for (Alert alert : alerts) {
            Labels labels = Relabelling.apply(rules, withExternal(alert.labels(), externalLabels));
            if (labels != null && !labels.isEmpty()) {
                left.add(
                        new Alert(labels, alert.annotations(), alert.startsAt(), alert.endsAt(), alert.generatorUrl()));
            }
        }
        return left;
    }

    private static Labels withExternal(Labels labels, Labels external) {
        if (external.isEmpty()) {
            return labels;
        }
        LabelsBuilder all = external.toBuilder();
        labels.forEach(all::set);
        return all.build();
    }
}
