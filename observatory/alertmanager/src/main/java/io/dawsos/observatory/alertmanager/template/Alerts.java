package io.dawsos.observatory.alertmanager.template;

import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateObject;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alerts of a notification. */
public final class Alerts extends AbstractList<AlertData> implements TemplateObject {
    private final List<AlertData> alerts;

    public Alerts(List<AlertData> alerts) {
        this.alerts = List.copyOf(alerts);
    }

    @Override
    public AlertData get(int index) {
        return alerts.get(index);
    }

    @Override
    public int size() {
        return alerts.size();
    }

    public List<AlertData> firing() {
        return alerts.stream().filter(alert -> !alert.resolved()).toList();
    }

    List<AlertData> resolved() {
        return alerts.stream().filter(AlertData::resolved).toList();
    }

    @Override
    public @Nullable Object field(String name) {
        return switch (name) {
            case "Firing" -> firing();
            case "Resolved" -> resolved();
            default -> throw new TemplateException("alerts have no method " + name + "; they have Firing and Resolved");
        };
    }

    @Override
    public String typeName() {
        return "template.Alerts";
    }
}
