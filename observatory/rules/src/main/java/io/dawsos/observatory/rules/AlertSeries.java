package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.rules.alert.ActiveAlert;
import java.time.Instant;
import java.util.List;

/** The series that tell of alerts: {@code ALERTS}, and {@code ALERTS_FOR_STATE} with the second that each became active. */
final class AlertSeries {
    static final String ALERTS = "ALERTS";
    static final String FOR_STATE = "ALERTS_FOR_STATE";

    private AlertSeries() {}

    static RuleSample alert(ActiveAlert alert) {
        Labels labels = alert.labels().toBuilder()
                .set(Labels.METRIC_NAME, ALERTS)
                .set("alertstate", alert.state().text())
                .build();
        return new RuleSample(labels, 1);
    }

    static RuleSample forState(ActiveAlert alert) {
        return new RuleSample(
                alert.labels().with(Labels.METRIC_NAME, FOR_STATE),
                alert.activeAt().getEpochSecond());
    }

    /** The second of these series that a rule wrote between two times. */
    static Selection forState(String alert, Instant from, Instant to) {
        return new Selection(
                List.of(
                        new Matcher(Matcher.Type.EQUAL, Labels.METRIC_NAME, FOR_STATE),
                        new Matcher(Matcher.Type.EQUAL, Alert.NAME, alert)),
                from.toEpochMilli(),
                to.toEpochMilli());
    }
}
