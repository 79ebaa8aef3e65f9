package io.dawsos.observatory.alertmanager.alerts;

import io.dawsos.observatory.alertmanager.journal.RecordInput;
import io.dawsos.observatory.alertmanager.journal.RecordKind;
import io.dawsos.observatory.alertmanager.journal.RecordOutput;
import io.dawsos.observatory.model.Labels;

/** Alerts as records of the journal. */
final class AlertRecords {
    private AlertRecords() {}

    static RecordOutput alert(StoredAlert alert) {
        return new RecordOutput(RecordKind.ALERT)
                .labels(alert.labels())
                .labels(alert.annotations())
                .time(alert.startsAt())
                .time(alert.endsAt())
                .text(alert.generatorUrl())
                .time(alert.updatedAt())
                .flag(alert.timeout());
    }

    static StoredAlert alert(RecordInput in) {
        Labels labels = in.labels();
        return new StoredAlert(
                labels, in.labels(), in.time(), in.time(), in.text(), in.time(), in.flag(), Fingerprint.of(labels));
    }

    static RecordOutput gone(Labels labels) {
        return new RecordOutput(RecordKind.ALERT_GONE).labels(labels);
    }
}
