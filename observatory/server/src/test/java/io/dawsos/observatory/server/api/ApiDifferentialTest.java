package io.dawsos.observatory.server.api;

import static io.dawsos.observatory.server.TestServer.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dawsos.observatory.server.RealPrometheus;
import io.dawsos.observatory.server.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The same requests to this server and to the installed Prometheus, over the same samples. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDifferentialTest {
    private final long end = Instant.now().getEpochSecond() / 60 * 60 - 600;
    private final long start = end - 1800;

    private TestServer ours;
    private RealPrometheus theirs;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(RealPrometheus.isInstalled(), "prometheus and promtool are not installed");
        SampleData data = SampleData.over(start, end);
        Path text = Files.writeString(folder.resolve("samples.txt"), data.openMetrics());
        Path blocks = folder.resolve("blocks");
        RealPrometheus.run("promtool", "tsdb", "create-blocks-from", "openmetrics", text.toString(), blocks.toString());
        theirs = RealPrometheus.start(folder, blocks, "global: {}\n");
        ours = TestServer.start(folder.resolve("ours"));
        data.store(ours.observatory().store());
    }

    @AfterAll
    void stop() {
        if (ours != null) {
            ours.close();
        }
        if (theirs != null) {
            theirs.close();
        }
    }

    List<String> requests() {
        List<String> all = new ArrayList<>();
        for (String query : List.of(
                "requests_total",
                "temperature",
                "special",
                "sum by (job) (requests_total)",
                "rate(requests_total[5m])",
                "requests_total[2m]",
                "1 + 1",
                "1 / 0",
                "\"text\"",
                "time()",
                "absent(nothing)",
                "nothing",
                "topk(2, requests_total)",
                "sort_desc(requests_total)",
                "requests_total offset 10m",
                "label_replace(temperature, \"room\", \"<$1> & ü\", \"place\", \"(.*)\")")) {
            all.add("/api/v1/query?time=" + (end - 60) + ".500&query=" + encoded(query));
        }
        for (String query : List.of(
                "requests_total", "rate(requests_total[5m])", "special * 2", "42", "temperature > 20", "nothing")) {
            all.add("/api/v1/query_range?start=" + (start + 400) + ".250&end=" + end + "&step=37s&query="
                    + encoded(query));
        }
        all.addAll(List.of(
                "/api/v1/series?match[]=requests_total&match[]=temperature",
                "/api/v1/series?match[]=nothing",
                "/api/v1/labels",
                "/api/v1/labels?match[]=temperature",
                "/api/v1/label/job/values",
                "/api/v1/label/place/values?match[]=temperature",
                "/api/v1/label/__name__/values",
                "/api/v1/query_exemplars?query=requests_total",
                "/api/v1/metadata?metric=nothing",
                "/api/v1/rules",
                "/api/v1/alerts",
                "/api/v1/alertmanagers",
                "/api/v1/targets"));
        return all;
    }

    @ParameterizedTest
    @MethodSource("requests")
    void request_good_isAnsweredAlike(String path) throws IOException, InterruptedException {
        HttpResponse<String> wanted = theirs.get(path);
        HttpResponse<String> got = ours.get(path);
        assertThat(got.statusCode()).isEqualTo(wanted.statusCode());
        assertThat(got.headers().firstValue("Content-Type"))
                .isEqualTo(wanted.headers().firstValue("Content-Type"));
        assertThat(comparable(got)).isEqualTo(comparable(wanted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/query",
                "/api/v1/query?query=up(",
                "/api/v1/query?query=up&time=noon",
                "/api/v1/query?query=up&timeout=soon",
                "/api/v1/query_range?query=up&start=2&end=1&step=1",
                "/api/v1/query_range?query=up&start=1&end=2&step=0",
                "/api/v1/query_range?query=up&start=1&end=20000&step=1",
                "/api/v1/query_range?query=up[5m]&start=1&end=2&step=1",
                "/api/v1/query_range?query=up&start=1&end=2",
                "/api/v1/series",
                "/api/v1/series?match[]=%7B%7D",
                "/api/v1/series?match[]=up(",
                "/api/v1/query?query=requests_total%20*%20on(job)%20requests_total&time=" + "1",
                "/api/v1/format_query?query=sum(",
                "/api/v1/query_exemplars?query=up&start=2&end=1"
            })
    void request_bad_isRefusedAlike(String path) throws IOException, InterruptedException {
        HttpResponse<String> wanted = theirs.get(path);
        HttpResponse<String> got = ours.get(path);
        assertThat(got.statusCode()).isEqualTo(wanted.statusCode());
        JsonNode wantedError = JsonMapper.shared().readTree(wanted.body());
        JsonNode gotError = JsonMapper.shared().readTree(got.body());
        assertThat(gotError.path("status")).isEqualTo(wantedError.path("status"));
        assertThat(gotError.path("errorType")).isEqualTo(wantedError.path("errorType"));
        assertThat(gotError.path("error").asString()).endsWith(withoutParserText(wantedError, gotError));
    }

    /** What the parsers say differs; where the rest ends, ours is right. */
    private static String withoutParserText(JsonNode wanted, JsonNode got) {
        String text = wanted.path("error").asString();
        boolean parser = List.of("parse error", "unknown position", "non-empty matcher").stream()
                .anyMatch(text::contains);
        return parser ? got.path("error").asString() : text;
    }

    @Test
    void formatQuery_valid_isFormattedAlike() throws IOException, InterruptedException {
        String path = "/api/v1/format_query?query=" + encoded("sum by(job)(rate(requests_total{job=\"a\"}[5m]))>1");
        assertThat(comparable(ours.get(path))).isEqualTo(comparable(theirs.get(path)));
    }

    /** Series of an answer in an order of their own: Prometheus promises none for instant vectors. */
    private static JsonNode comparable(HttpResponse<String> response) {
        JsonNode answer = JsonMapper.shared().readTree(response.body());
        if (answer instanceof ObjectNode object) {
            object.remove("infos");
            // Of Prometheus 3.
            if (answer.path("data") instanceof ObjectNode data) {
                data.remove("droppedTargetCounts");
            }
        }
        if (answer.path("data").path("result") instanceof ArrayNode result
                && !response.uri().toString().contains("sort")
                && !response.uri().toString().contains("topk")
                && result.path(0).isObject()) {
            List<JsonNode> sorted = new ArrayList<>(result.valueStream().toList());
            sorted.sort((a, b) -> a.toString().compareTo(b.toString()));
            ((ObjectNode) answer.path("data")).set("result", result.arrayNode().addAll(sorted));
        }
        return answer;
    }
}
