package io.dawsos.observatory.server.api;

import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.rules.AlertingRule;
import io.dawsos.observatory.rules.GroupStatus;
import io.dawsos.observatory.rules.RecordingRule;
import io.dawsos.observatory.rules.Rule;
import io.dawsos.observatory.rules.RuleStatus;
import io.dawsos.observatory.rules.alert.ActiveAlert;
import io.dawsos.observatory.rules.alert.AlertState;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.Parameters;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code /api/v1/rules}, {@code /api/v1/alerts} and {@code /api/v1/alertmanagers}. */
final class RulesEndpoints {
    /** What Go writes for a time that never was. */
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private final Supplier<List<GroupStatus>> groups;
    private final Supplier<List<URI>> alertmanagers;

    RulesEndpoints(Supplier<List<GroupStatus>> groups, Supplier<List<URI>> alertmanagers) {
        this.groups = groups;
        this.alertmanagers = alertmanagers;
    }

    Answer rules(Parameters parameters, Cancellation gone) {
        RuleFilter filter = RuleFilter.of(parameters);
        List<GroupStatus> wanted = groups.get().stream()
                .filter(filter::wantsGroup)
                .sorted(Comparator.comparing(status -> status.group().key()))
                .toList();
        return new Answer(out -> {
            out.writeStartObject();
            out.writeName("groups");
            out.writeStartArray();
            for (GroupStatus status : wanted) {
                List<RuleStatus> rules =
                        status.rules().stream().filter(filter::wantsRule).toList();
                if (!rules.isEmpty() || !filter.narrows()) {
                    group(out, status, rules, filter.withAlerts());
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void group(JsonGenerator out, GroupStatus status, List<RuleStatus> rules, boolean withAlerts) {
        out.writeStartObject();
        out.writeStringProperty("name", status.group().name());
        out.writeStringProperty("file", status.group().file());
        out.writeName("rules");
        out.writeStartArray();
        rules.forEach(rule -> rule(out, rule, withAlerts));
        out.writeEndArray();
        number(out, "interval", seconds(status.interval()));
        out.writeNumberProperty("limit", status.group().limit());
        number(out, "evaluationTime", seconds(status.evaluationTime()));
        out.writeStringProperty("lastEvaluation", time(status.lastEvaluation()));
        out.writeEndObject();
    }

    private static void rule(JsonGenerator out, RuleStatus status, boolean withAlerts) {
        out.writeStartObject();
        switch (status.rule()) {
            case AlertingRule rule -> alerting(out, rule, status, withAlerts);
            case RecordingRule rule -> named(out, rule, rule.labels());
        }
        out.writeStringProperty("health", status.health().text());
        if (!status.lastError().isEmpty()) {
            out.writeStringProperty("lastError", status.lastError());
        }
        number(out, "evaluationTime", seconds(status.evaluationTime()));
        out.writeStringProperty("lastEvaluation", time(status.lastEvaluation()));
        out.writeStringProperty("type", status.rule() instanceof AlertingRule ? "alerting" : "recording");
        out.writeEndObject();
    }

    private static void alerting(JsonGenerator out, AlertingRule rule, RuleStatus status, boolean withAlerts) {
        out.writeStringProperty("state", state(status.alerts()).text());
        out.writeStringProperty("name", rule.name());
        out.writeStringProperty("query", rule.query());
        number(out, "duration", seconds(rule.forDuration()));
        number(out, "keepFiringFor", seconds(rule.keepFiringFor()));
        strings(out, "labels", rule.labels());
        strings(out, "annotations", rule.annotations());
        out.writeName("alerts");
        out.writeStartArray();
        if (withAlerts) {
            status.alerts().forEach(alert -> alert(out, alert));
        }
        out.writeEndArray();
    }

    private static void named(JsonGenerator out, Rule rule, Map<String, String> labels) {
        out.writeStringProperty("name", rule.name());
        out.writeStringProperty("query", rule.query());
        if (!labels.isEmpty()) {
            strings(out, "labels", labels);
        }
    }

    private static AlertState state(List<ActiveAlert> alerts) {
        return alerts.stream()
                .map(ActiveAlert::state)
                .max(Comparator.naturalOrder())
                .orElse(AlertState.INACTIVE);
    }

    Answer alerts(Parameters parameters, Cancellation gone) {
        List<ActiveAlert> active = groups.get().stream()
                .flatMap(group -> group.rules().stream())
                .flatMap(rule -> rule.alerts().stream())
                .filter(alert -> alert.state() != AlertState.INACTIVE)
                .toList();
        return new Answer(out -> {
            out.writeStartObject();
            out.writeName("alerts");
            out.writeStartArray();
            active.forEach(alert -> alert(out, alert));
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void alert(JsonGenerator out, ActiveAlert alert) {
        out.writeStartObject();
        out.writeName("labels");
        Values.labels(out, alert.labels());
        out.writeName("annotations");
        Values.labels(out, alert.annotations());
        out.writeStringProperty("state", alert.state().text());
        out.writeStringProperty("activeAt", time(alert.activeAt()));
        if (alert.keepFiringSince() != null) {
            out.writeStringProperty("keepFiringSince", time(alert.keepFiringSince()));
        }
        out.writeStringProperty("value", GoNumber.scientific(alert.value()));
        out.writeEndObject();
    }

    Answer alertmanagers(Parameters parameters, Cancellation gone) {
        List<URI> active = alertmanagers.get();
        return new Answer(out -> {
            out.writeStartObject();
            out.writeName("activeAlertmanagers");
            out.writeStartArray();
            for (URI url : active) {
                out.writeStartObject();
                out.writeStringProperty("url", url.toString());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeName("droppedAlertmanagers");
            out.writeStartArray();
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void strings(JsonGenerator out, String name, Map<String, String> strings) {
        out.writeName(name);
        out.writeStartObject();
        strings.forEach(out::writeStringProperty);
        out.writeEndObject();
    }

    private static void number(JsonGenerator out, String name, double value) {
        out.writeName(name);
        out.writeNumber(GoNumber.of(value));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? NEVER : instant.toString();
    }

    /**
     * Which rules a request wants.
     *
     * @param type {@code alert} or {@code record}; empty for both
     */
    private record RuleFilter(
            String type, List<String> names, List<String> groups, List<String> files, boolean withAlerts) {
        static RuleFilter of(Parameters parameters) {
            String type = parameters.get("type");
            if (!List.of("", "alert", "record").contains(type)) {
                throw Failure.parameter("type", "not supported value \"" + type + "\"");
            }
            return new RuleFilter(
                    type,
                    parameters.all("rule_name[]"),
                    parameters.all("rule_group[]"),
                    parameters.all("file[]"),
                    !parameters.get("exclude_alerts").equals("true"));
        }

        boolean wantsGroup(GroupStatus status) {
            return (groups.isEmpty() || groups.contains(status.group().name()))
                    && (files.isEmpty() || files.contains(status.group().file()));
        }

        boolean wantsRule(RuleStatus status) {
            boolean alerting = status.rule() instanceof AlertingRule;
            return (type.isEmpty() || type.equals("alert") == alerting)
                    && (names.isEmpty() || names.contains(status.rule().name()));
        }

        boolean narrows() {
            return !type.isEmpty() || !names.isEmpty();
        }
    }
}
