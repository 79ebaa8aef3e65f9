package io.dawsos.telemetry.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.telemetry.testing.MemorySpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service that is not ours, without security and without a database, asked over HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class HttpRequestsTest {

    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private static Shop shop;

    @BeforeAll
    static void open(CapturedOutput output) {
        shop = Shop.open(
                Shop.NO_SECURITY, "dawsos.http.ignored-paths=/internal/**", "spring.mvc.problemdetails.enabled=true");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void request_withTraceparent_isOneServerSpanOfThatTrace() {
        String trace = Shop.newTraceId();

        HttpResponse<String> answer = shop.get("/articles/7?secret=x", Shop.within(trace));

        SpanData span = MemorySpans.request(trace);
        assertThat(span.getName()).isEqualTo("http.request");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(span.getAttributes().get(ROUTE)).isEqualTo("/articles/{id}");
        assertThat(span.getAttributes().get(STATUS)).isEqualTo(200);
        assertThat(text(span, "http.request.method")).isEqualTo("GET");
        assertThat(text(span, "url.path")).isEqualTo("/articles/7");
        assertThat(text(span, "url.scheme")).isEqualTo("http");
        assertThat(text(span, "server.address")).isEqualTo("127.0.0.1");
        assertThat(text(span, "client.address")).isEqualTo("127.0.0.1");
        assertThat(text(span, "user_agent.original")).startsWith("Java-http-client");
        assertThat(text(span, "request_id")).isEqualTo(header(answer, "X-Request-Id"));
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(header(answer, "traceparent")).isEqualTo("00-" + trace + "-" + span.getSpanId() + "-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "00-0-0-01", "00-00000000000000000000000000000000-00f067aa0ba902b7-01", ""})
    void request_malformedTraceparent_startsNewTrace(String traceparent) {
        HttpResponse<String> answer = shop.get("/articles/7", "traceparent", traceparent);

        String trace = header(answer, "traceparent").split("-", -1)[1];
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(MemorySpans.request(trace).getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void request_saneRequestId_isKept() {
        assertThat(header(shop.get("/articles/7", "X-Request-Id", "a-B_1.2:3"), "X-Request-Id"))
                .isEqualTo("a-B_1.2:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"has space", "quote\"", "a/b"})
    void request_insaneRequestId_isReplaced(String id) {
        assertThat(header(shop.get("/articles/7", "X-Request-Id", id), "X-Request-Id"))
                .isNotEqualTo(id)
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(header(shop.get("/articles/7", "X-Request-Id", "a".repeat(129)), "X-Request-Id"))
                .hasSize(36);
    }

    @Test
    void logLine_insideHandler_carriesIds(CapturedOutput output) {
        String trace = Shop.newTraceId();

        String id = header(shop.get("/articles/logged-" + trace, Shop.within(trace)), "X-Request-Id");

        String line = line(output, "logged-" + trace);
        assertThat(line)
                .contains(
                        "\"trace_id\":\"" + trace + '"',
                        "\"request_id\":\"" + id + '"',
                        "\"message\":\"article shown\"");
        assertThat(line).contains("\"span_id\":\"" + MemorySpans.request(trace).getSpanId() + '"');
    }

    @Test
    void startUp_linesAreJsonAlready(CapturedOutput output) {
        assertThat(line(output, "Starting ")).startsWith("{\"timestamp\"").contains("\"level\":\"INFO\"");
        assertThat(line(output, "Started ")).startsWith("{\"timestamp\"");
    }

    @Test
    void exception_escapingHandler_isErrorSpanAndOneCount(CapturedOutput output) {
        String trace = Shop.newTraceId();
        String counter = "http_requests_total{endpoint=\"/broken\",method=\"GET\",status=\"500\"}";
        double before = shop.sample(counter);

        HttpResponse<String> answer = shop.get("/broken", Shop.within(trace));

        SpanData span = MemorySpans.request(trace);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"trace_id\":\"" + trace + '"');
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getAttributes().get(ROUTE)).isEqualTo("/broken");
        assertThat(span.getAttributes().get(ERROR_TYPE)).contains("IllegalStateException");
        assertThat(span.getEvents()).singleElement().satisfies(event -> assertThat(event.getName())
                .isEqualTo("exception"));
        assertThat(shop.sample(counter)).isEqualTo(before + 1);
        assertThat(line(output, "out of paper")).contains("\"trace_id\":\"" + trace + '"');
        assertThat(MemorySpans.now(trace)).hasSize(1);
    }

    @Test
    void asyncAnswer_isOneSpanOneCountAndCarriesContext(CapturedOutput output) {
        String trace = Shop.newTraceId();
        String counter = "http_requests_total{endpoint=\"/slow\",method=\"GET\",status=\"200\"}";
        double before = shop.sample(counter);

        HttpResponse<String> answer = shop.get("/slow", Shop.within(trace));

        assertThat(answer.body()).isEqualTo("at last");
        assertThat(MemorySpans.of(trace, 1)).singleElement().satisfies(span -> {
            assertThat(span.getAttributes().get(ROUTE)).isEqualTo("/slow");
            assertThat(span.getAttributes().get(STATUS)).isEqualTo(200);
        });
        assertThat(shop.sample(counter)).isEqualTo(before + 1);
        assertThat(line(output, "slow answered")).contains("\"trace_id\":\"" + trace + '"');
    }

    @Test
    void asyncAnswer_failing_isErrorOnce(CapturedOutput output) {
        String trace = Shop.newTraceId();
        String counter = "http_requests_total{endpoint=\"/slow/broken\",method=\"GET\",status=\"500\"}";

        assertThat(shop.get("/slow/broken", Shop.within(trace)).statusCode()).isEqualTo(500);

        assertThat(MemorySpans.of(trace, 1)).singleElement().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().get(ERROR_TYPE)).contains("IllegalStateException");
        });
        assertThat(shop.sample(counter)).isEqualTo(1);
        assertThat(line(output, "out of ink")).contains("\"trace_id\":\"" + trace + '"');
    }

    @Test
    void duration_bearsCacheHit() {
        String count = "http_request_duration_seconds_count{cache_hit=\"%s\",endpoint=\"/price\",method=\"GET\"}";
        double none = shop.sample(count.formatted("none"));

        assertThat(shop.get("/articles/7/price?hit=true").statusCode()).isEqualTo(200);
        assertThat(shop.get("/articles/8/price?hit=false").statusCode()).isEqualTo(200);
        assertThat(shop.get("/articles/8/price?hit=what").statusCode()).isEqualTo(400);

        assertThat(shop.sample(count.formatted("true"))).isEqualTo(1);
        assertThat(shop.sample(count.formatted("false"))).isEqualTo(1);
        assertThat(shop.sample(count.formatted("none"))).isEqualTo(none + 1);
    }

    @Test
    void metrics_knownRoutes_existAtZero() {
        assertThat(names())
                .contains(
                        "http_requests_total{endpoint=\"/price\",method=\"GET\",status=\"503\"}",
                        "http_requests_total{endpoint=\"/articles\",method=\"POST\",status=\"201\"}",
                        "http_requests_total{endpoint=\"/functional/{id}\",method=\"GET\",status=\"200\"}",
                        "http_requests_total{endpoint=\"other\",method=\"DELETE\",status=\"404\"}",
                        "http_request_duration_seconds_bucket{cache_hit=\"none\",endpoint=\"/broken\",method=\"GET\",le=\"1.2\"}")
                .noneMatch(name -> name.contains("endpoint=\"/error\""));
    }

    @Test
    void metrics_garbagePathsAndIds_makeNoSeries() {
        shop.get("/articles/0");
        Set<String> before = names();

        for (int i = 0; i < 300; i++) {
            shop.get("/articles/" + i);
            shop.get("/nowhere/" + i);
            shop.send("DELETE", "/also/not/%E2%82%AC/" + i);
            shop.send("PATCH", "/" + i + "/..;/x");
        }

        assertThat(names()).isEqualTo(before);
        assertThat(shop.sample("http_requests_total{endpoint=\"other\",method=\"GET\",status=\"404\"}"))
                .isGreaterThanOrEqualTo(300);
    }

    @Test
    void request_methodNotAllowed_hasItsRoute() {
        String trace = Shop.newTraceId();

        assertThat(shop.send("DELETE", "/articles/7", Shop.within(trace)).statusCode())
                .isEqualTo(405);

        assertThat(MemorySpans.request(trace).getAttributes().get(ROUTE)).isEqualTo("/articles/{id}");
    }

    @Test
    void request_unknownMethod_isOther() {
        String trace = Shop.newTraceId();

        shop.send("BREW", "/articles/7", Shop.within(trace));

        assertThat(text(MemorySpans.request(trace), "http.request.method")).isEqualTo("_OTHER");
        assertThat(names()).anyMatch(name -> name.contains("method=\"other\",status="));
    }

    @Test
    void functionalRoute_isCountedByItsTemplate() {
        String trace = Shop.newTraceId();

        assertThat(shop.get("/functional/9", Shop.within(trace)).body()).isEqualTo("functional 9");

        assertThat(MemorySpans.request(trace).getAttributes().get(ROUTE)).isEqualTo("/functional/{id}");
        assertThat(shop.sample("http_requests_total{endpoint=\"/functional/{id}\",method=\"GET\",status=\"200\"}"))
                .isEqualTo(1);
    }

    @Test
    void problem_bySpring_namesItsTraceAndHidesSecrets() {
        String trace = Shop.newTraceId();

        HttpResponse<String> answer = shop.send("POST", "/articles", Shop.within(trace));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .contains("\"trace_id\":\"" + trace + '"', "there is one already")
                .doesNotContain("who@example.com");
    }

    @Test
    void ignoredAndOwnPaths_areNeitherTracedNorCounted() {
        double before = total();
        String trace = Shop.newTraceId();
        String last = Shop.newTraceId();

        for (String path : List.of("/metrics", "/health", "/health/live", "/health/ready", "/internal/x")) {
            shop.get(path, Shop.within(trace));
        }
        shop.get("/articles/7", Shop.within(last));

        assertThat(MemorySpans.of(last, 1)).hasSize(1); // spans leave in order: none of the others is on its way
        assertThat(MemorySpans.now(trace)).isEmpty();
        assertThat(total()).isEqualTo(before + 1);
    }

    @Test
    void metrics_negotiates() {
        HttpResponse<String> open = shop.get("/metrics", "Accept", "application/openmetrics-text; version=1.0.0");
        HttpResponse<String> packed = shop.get("/metrics", "Accept-Encoding", "gzip");

        assertThat(header(open, "Content-Type")).startsWith("application/openmetrics-text");
        assertThat(open.body()).endsWith("# EOF\n");
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void exemplar_ofSampledRequest_bearsItsTrace() {
        String trace = Shop.newTraceId();

        shop.get("/articles/exemplar", Shop.within(trace));

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                        shop.get("/metrics", "Accept", "application/openmetrics-text; version=1.0.0")
                                .body())
                .contains("trace_id=\"" + trace + '"'));
    }

    private static double total() {
        return shop.samples().stream()
                .filter(line -> line.startsWith("http_requests_total{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Set<String> names() {
        return shop.samples().stream()
                .filter(line -> line.startsWith("http_request"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static String text(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.stringKey(key));
    }

    /** The first log line with this text, once it is written. */
    static String line(CapturedOutput output, String text) {
        await().atMost(Duration.ofSeconds(5)).until(() -> output.getOut().contains(text));
        return output.getOut()
                .lines()
                .filter(line -> line.contains(text))
                .findFirst()
                .orElseThrow();
    }
}
