package io.dawsos.systemtest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The alerts of {@code deploy/prometheus/rules}. */
final class Rules {

    /** An alerting rule as its file has it. */
    record Alert(JsonNode rule) {

        String name() {
            return rule.path("alert").asString();
        }

        String label(String name) {
            return rule.path("labels").path(name).asString();
        }

        boolean critical() {
            return label("severity").equals("critical");
        }

        /** Whether PagerDuty is told: of what wakes people, and of a provider that is away, with low urgency. */
        boolean pages() {
            return critical() || name().equals("CircuitBreakerOpen");
        }

        String annotation(String name) {
            return rule.path("annotations").path(name).asString();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private Rules() {}

    static List<Alert> alerts() throws IOException {
        List<Alert> alerts = new ArrayList<>();
        for (var file : PromQuery.files("deploy/prometheus/rules", ".yml")) {
            elements(YAMLMapper.shared().readTree(file).path("groups"))
                    .flatMap(group -> elements(group.path("rules")))
                    .filter(rule -> rule.has("alert"))
                    .map(Alert::new)
                    .forEach(alerts::add);
        }
        return alerts;
    }

    static Alert alert(String name) throws IOException {
        return alerts().stream()
                .filter(alert -> alert.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule raises " + name));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
