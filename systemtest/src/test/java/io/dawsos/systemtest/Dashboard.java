package io.dawsos.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Grafana dashboard's file. */
record Dashboard(JsonNode json) {

    /** @param expression as PromQL, with what Grafana would put in */
    record Query(String panel, String expression) {
        @Override
        public String toString() {
            return panel + ": " + expression;
        }
    }

    static Dashboard read(String path) throws IOException {
        return new Dashboard(JsonMapper.shared().readTree(Files.readString(Repository.file(path))));
    }

    List<JsonNode> panels() {
        return elements(json.path("panels")).toList();
    }

    List<Query> queries() {
        return panels().stream()
                .flatMap(panel -> elements(panel.path("targets"))
                        .map(target -> new Query(
                                panel.path("title").asString(),
                                Grafana.fill(target.path("expr").asString()))))
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
