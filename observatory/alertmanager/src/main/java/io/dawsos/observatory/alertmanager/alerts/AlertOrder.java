package io.dawsos.observatory.alertmanager.alerts;

import io.dawsos.observatory.model.Labels;
import java.util.Comparator;

/** The order of alerts in a notification, as in Alertmanager's: by job, by instance, then by all labels. */
public final class AlertOrder implements Comparator<StoredAlert> {
    public static final Comparator<StoredAlert> INSTANCE = new AlertOrder();

    private AlertOrder() {}

    @Override
    public int compare(StoredAlert a, StoredAlert b) {
        int order = compare("job", a.labels(), b.labels());
        if (order == 0) {
            order = compare("instance", a.labels(), b.labels());
        }
        return order == 0 ? compare(a.labels(), b.labels()) : order;
    }

    /** Those without the label come last. */
    private static int compare(String label, Labels a, Labels b) {
        if (a.has(label) != b.has(label)) {
            return a.has(label) ? -1 : 1;
        }
        return a.get(label).compareTo(b.get(label));
    }

    /** At the first label in which they differ; who lacks it comes first. */
    private static int compare(Labels a, Labels b) {
        for (int i = 0; i < a.size() && i < b.size(); i++) {
            int name = a.name(i).compareTo(b.name(i));
            if (name != 0) {
                return -name;
            }
            int value = a.value(i).compareTo(b.value(i));
            if (value != 0) {
                return value;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
