package io.dawsos.systemtest;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prometheus's HTTP API, of whoever speaks it. */
record PromApi(String address) {

    /** @param value of a vector's element; NaN where Prometheus says so */
    record Sample(JsonNode labels, double value) {}

    List<Sample> query(String expression) throws IOException, InterruptedException {
        String body = Http.get(address + "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .body();
        JsonNode answer = JsonMapper.shared().readTree(body);
        if (!answer.path("status").asString().equals("success")) {
            throw new AssertionError(expression + ": " + body);
        }
        return StreamSupport.stream(answer.path("data").path("result").spliterator(), false)
                .map(element -> new Sample(
                        element.path("metric"),
                        Double.parseDouble(element.path("value").path(1).asString())))
                .toList();
    }

    /** The one sample of a query, once there is one with a number. */
    double awaitNumber(String expression) {
        return await(expression)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> query(expression),
                        samples -> samples.size() == 1
                                && !Double.isNaN(samples.getFirst().value()))
                .getFirst()
                .value();
    }
}
