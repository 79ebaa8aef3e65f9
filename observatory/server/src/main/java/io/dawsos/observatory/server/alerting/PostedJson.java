package io.dawsos.observatory.server.alerting;

import io.dawsos.observatory.alertmanager.alerts.PostedAlert;
import io.dawsos.observatory.alertmanager.silence.Silence;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What clients post to Alertmanager's API: alerts and silences. Depth and lengths are bounded by the reader of JSON. */
final class PostedJson {
    /** Beyond Alertmanager's API: the silence ends when its alerts are over. */
    static final String UNTIL_RESOLVED = "untilResolved";

    /** Beyond Alertmanager's API: alerts that still fire at its end are told of at once. */
    static final String TELL_WHEN_EXPIRED = "notifyOnExpiry";

    /** What Go writes for a time that is not set. */
    private static final int YEAR_OF_NO_TIME = 1;

    private PostedJson() {}

    static List<PostedAlert> alerts(byte[] body) {
        JsonNode root = tree(body);
        if (!root.isArray()) {
            throw bad("", "a list of alerts", root);
        }
        List<PostedAlert> alerts = new ArrayList<>(root.size());
        for (JsonNode node : root) {
            String at = "[" + alerts.size() + "].";
            if (!node.isObject()) {
                throw bad("[" + alerts.size() + "]", "an alert", node);
            }
            alerts.add(new PostedAlert(
                    labels(at + "labels", node.path("labels")),
                    labels(at + "annotations", node.path("annotations")),
                    time(at + "startsAt", node.path("startsAt")),
                    time(at + "endsAt", node.path("endsAt")),
                    text(at + "generatorURL", node.path("generatorURL"))));
        }
        return alerts;
    }

    static Silence silence(byte[] body, Instant now) {
        JsonNode root = tree(body);
        if (!root.isObject()) {
            throw bad("", "a silence", root);
        }
        return new Silence(
                text("id", root.path("id")),
                matchers(root.path("matchers")),
                needTime("startsAt", root.path("startsAt")),
                needTime("endsAt", root.path("endsAt")),
                now,
                text("createdBy", root.path("createdBy")),
                text("comment", root.path("comment")),
                flag(UNTIL_RESOLVED, root.path(UNTIL_RESOLVED), false),
                flag(TELL_WHEN_EXPIRED, root.path(TELL_WHEN_EXPIRED), false));
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode root = JsonMapper.shared().readTree(body);
            if (root.isMissingNode()) {
                throw new Failure(FailureType.BAD_DATA, "the body is empty; wanted JSON");
            }
            return root;
        } catch (JacksonException e) {
            throw new Failure(
                    FailureType.BAD_DATA,
                    "the body is no JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage());
        }
    }

    private static List<Matcher> matchers(JsonNode node) {
        if (!node.isArray()) {
            throw bad("matchers", "a list", node);
        }
        List<Matcher> matchers = new ArrayList<>();
        for (JsonNode one : node) {
            String at = "matchers[" + matchers.size() + "].";
            boolean equal = flag(at + "isEqual", one.path("isEqual"), true);
            boolean regex = flag(at + "isRegex", one.path("isRegex"), false);
            Matcher.Type type = regex
                    ? equal ? Matcher.Type.REGEX : Matcher.Type.NOT_REGEX
                    : equal ? Matcher.Type.EQUAL : Matcher.Type.NOT_EQUAL;
            try {
                matchers.add(
                        new Matcher(type, text(at + "name", one.path("name")), text(at + "value", one.path("value"))));
            } catch (IllegalArgumentException e) {
                throw new Failure(FailureType.BAD_DATA, at + "value: " + e.getMessage());
            }
        }
        return matchers;
    }

    private static Labels labels(String at, JsonNode node) {
        LabelsBuilder labels = new LabelsBuilder();
        if (node.isMissingNode() || node.isNull()) {
            return Labels.EMPTY;
        }
        if (!node.isObject()) {
            throw bad(at, "an object", node);
        }
        node.properties()
                .forEach(entry -> labels.set(entry.getKey(), text(at + "." + entry.getKey(), entry.getValue())));
        return labels.build();
    }

    private static String text(String at, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isString()) {
            throw bad(at, "a string", node);
        }
        return node.stringValue();
    }

    private static boolean flag(String at, JsonNode node, boolean otherwise) {
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            throw bad(at, "true or false", node);
        }
        return node.booleanValue();
    }

    private static Instant needTime(String at, JsonNode node) {
        Instant time = time(at, node);
        if (time == null) {
            throw bad(at, "a time such as 2026-01-31T12:00:00Z", node);
        }
        return time;
    }

    private static @Nullable Instant time(String at, JsonNode node) {
        String text = text(at, node);
        if (text.isEmpty()) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return time.getYear() <= YEAR_OF_NO_TIME ? null : time.toInstant();
        } catch (DateTimeException e) {
            throw new Failure(
                    FailureType.BAD_DATA, at + ": wanted a time such as 2026-01-31T12:00:00Z, got \"" + text + "\"");
        }
    }

    private static Failure bad(String at, String wanted, JsonNode got) {
        String type = got.isMissingNode() ? "nothing" : got.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        return new Failure(
                FailureType.BAD_DATA, (at.isEmpty() ? "" : at + ": ") + "wanted " + wanted + ", got " + type);
    }
}
