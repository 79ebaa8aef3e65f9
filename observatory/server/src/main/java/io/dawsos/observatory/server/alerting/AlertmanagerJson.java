package io.dawsos.observatory.server.alerting;

import io.dawsos.observatory.alertmanager.AlertView;
import io.dawsos.observatory.alertmanager.GroupView;
import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import io.dawsos.observatory.alertmanager.silence.Silence;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What Alertmanager's API answers. */
final class AlertmanagerJson {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private AlertmanagerJson() {}

    static void status(JsonGenerator out, AlertmanagerInfo info) {
        out.writeStartObject();
        out.writeName("cluster");
        out.writeStartObject();
        out.writeStringProperty("status", "disabled");
        out.writeName("peers");
        out.writeStartArray();
        out.writeEndArray();
        out.writeEndObject();
        out.writeName("versionInfo");
        out.writeStartObject();
        out.writeStringProperty("branch", "");
        out.writeStringProperty("buildDate", "");
        out.writeStringProperty("buildUser", "");
        out.writeStringProperty("goVersion", "java " + Runtime.version().feature());
        out.writeStringProperty("revision", "");
        out.writeStringProperty("version", info.version());
        out.writeEndObject();
        out.writeName("config");
        out.writeStartObject();
        out.writeStringProperty("original", info.configuration());
        out.writeEndObject();
        time(out, "uptime", info.started());
        out.writeEndObject();
    }

    static void receivers(JsonGenerator out, List<String> names) {
        out.writeStartArray();
        names.forEach(name -> receiver(out, name));
        out.writeEndArray();
    }

    private static void receiver(JsonGenerator out, String name) {
        out.writeStartObject();
        out.writeStringProperty("name", name);
        out.writeEndObject();
    }

    static void groups(JsonGenerator out, List<GroupView> groups) {
        out.writeStartArray();
        for (GroupView group : groups) {
            out.writeStartObject();
            out.writeName("alerts");
            alerts(out, group.alerts());
            labels(out, "labels", group.labels());
            out.writeName("receiver");
            receiver(out, group.receiver());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    static void alerts(JsonGenerator out, List<AlertView> views) {
        out.writeStartArray();
        views.forEach(view -> alert(out, view));
        out.writeEndArray();
    }

    private static void alert(JsonGenerator out, AlertView view) {
        StoredAlert alert = view.alert();
        out.writeStartObject();
        labels(out, "annotations", alert.annotations());
        time(out, "endsAt", alert.endsAt());
        out.writeStringProperty("fingerprint", alert.fingerprintText());
        out.writeName("receivers");
        receivers(out, view.receivers());
        time(out, "startsAt", alert.startsAt());
        out.writeName("status");
        out.writeStartObject();
        texts(out, "inhibitedBy", view.inhibitedBy());
        texts(out, "mutedBy", view.mutedBy());
        texts(out, "silencedBy", view.silencedBy());
        out.writeStringProperty("state", view.state().text());
        out.writeEndObject();
        time(out, "updatedAt", alert.updatedAt());
        if (!alert.generatorUrl().isEmpty()) {
            out.writeStringProperty("generatorURL", alert.generatorUrl());
        }
        labels(out, "labels", alert.labels());
        out.writeEndObject();
    }

    static void silences(JsonGenerator out, List<Silence> silences, Instant now) {
        out.writeStartArray();
        silences.forEach(silence -> silence(out, silence, now));
        out.writeEndArray();
    }

    static void silence(JsonGenerator out, Silence silence, Instant now) {
        out.writeStartObject();
        out.writeStringProperty("id", silence.id());
        out.writeName("status");
        out.writeStartObject();
        out.writeStringProperty("state", silence.state(now).text());
        out.writeEndObject();
        time(out, "updatedAt", silence.updatedAt());
        out.writeStringProperty("comment", silence.comment());
        out.writeStringProperty("createdBy", silence.createdBy());
        time(out, "endsAt", silence.endsAt());
        out.writeName("matchers");
        out.writeStartArray();
        silence.matchers().forEach(matcher -> matcher(out, matcher));
        out.writeEndArray();
        time(out, "startsAt", silence.startsAt());
        if (silence.untilResolved()) {
            out.writeBooleanProperty(PostedJson.UNTIL_RESOLVED, true);
        }
        if (silence.tellWhenExpired()) {
            out.writeBooleanProperty(PostedJson.TELL_WHEN_EXPIRED, true);
        }
        out.writeEndObject();
    }

    private static void matcher(JsonGenerator out, Matcher matcher) {
        Matcher.Type type = matcher.type();
        out.writeStartObject();
        out.writeBooleanProperty("isEqual", type == Matcher.Type.EQUAL || type == Matcher.Type.REGEX);
        out.writeBooleanProperty("isRegex", type == Matcher.Type.REGEX || type == Matcher.Type.NOT_REGEX);
        out.writeStringProperty("name", matcher.name());
        out.writeStringProperty("value", matcher.value());
        out.writeEndObject();
    }

    private static void labels(JsonGenerator out, String name, Labels labels) {
        out.writeName(name);
        out.writeStartObject();
        labels.forEach(out::writeStringProperty);
        out.writeEndObject();
    }

    private static void texts(JsonGenerator out, String name, List<String> texts) {
        out.writeName(name);
        out.writeStartArray();
        texts.forEach(out::writeString);
        out.writeEndArray();
    }

    private static void time(JsonGenerator out, String name, Instant time) {
        out.writeStringProperty(name, TIME.format(time));
    }
}
