package io.dawsos.portfolio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.ServiceProcess;
import io.dawsos.portfolio.security.Role;
import io.dawsos.telemetry.testing.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** One valuation over HTTP, as it is seen in traces, logs and the answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValuationTraceTest {

    private static final String CALLER_SPAN = "00f067aa0ba902b7";

    private OtlpReceiver receiver;
    private ServiceProcess service;

    @BeforeAll
    void start() throws IOException {
        receiver = OtlpReceiver.start();
        service = ServiceProcess.start(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(),
                "OTEL_BSP_SCHEDULE_DELAY", "100",
                "OTEL_BLRP_SCHEDULE_DELAY", "100"));
    }

    @AfterAll
    void stop() {
        service.close();
        receiver.close();
    }

    @Test
    void valuation_warmWithTraceparent_oneTraceOfFiveSpansUnderItsId() {
        valuation(newTraceId());
        String traceId = newTraceId();

        Client.Answer answer = valuation(traceId);
        List<Span> spans = spans(traceId, 5);

        Span request = one(spans, "http.request");
        assertThat(OtlpReceiver.id(request.getParentSpanId())).isEqualTo(CALLER_SPAN);
        assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(spans.stream().filter(span -> !span.equals(request)))
                .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(request.getSpanId()));
        assertThat(spans.stream()
                        .sorted((a, b) -> Long.compareUnsigned(a.getStartTimeUnixNano(), b.getStartTimeUnixNano()))
                        .map(Span::getName))
                .containsExactly("http.request", "db.query", "cache.get", "db.query", "calculation");
        assertThat(spans.stream().filter(span -> span.getName().equals("db.query")))
                .allSatisfy(span -> assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT));
        attributesTell(spans, request, answer);
    }

    @Test
    void valuation_coldPack_itsLoadIsAQueryUnderTheCacheSpan() {
        String traceId = newTraceId();

        Client.Answer answer = service.as("demo", Role.USER)
                .get(
                        "/v1/portfolios/00000000-0000-4000-8000-000000000001/valuation?asof=2026-02-03",
                        "traceparent",
                        traceparent(traceId));
        List<Span> spans = spans(traceId, 6);

        assertThat(answer.status()).isEqualTo(200);
        Span cache = one(spans, "cache.get");
        assertThat(attributes(cache)).containsEntry("cache_hit", false);
        assertThat(spans.stream().filter(span -> span.getParentSpanId().equals(cache.getSpanId())))
                .extracting(Span::getName)
                .containsExactly("db.query");
    }

    @Test
    void valuation_reconciledPack_answerSpansAndLogNameTheLedgerThatAgreed() {
        String path = "/v1/portfolios/00000000-0000-4000-8000-000000000001/valuation?asof=2026-02-10";
        Client demo = service.as("demo", Role.USER);
        JsonNode before = demo.get(path).json();
        assertThat(before.path("context").has("ledger_commit_hash")).isFalse();
        String agreed = "a1".repeat(32);
        reconciled(before, "agreed", "b2".repeat(32));
        reconciled(before, "agreed", agreed);
        reconciled(before, "different", "c3".repeat(32));
        String traceId = newTraceId();

        Client.Answer answer = demo.get(path, "traceparent", traceparent(traceId));

        assertThat(answer.json().at("/context/ledger_commit_hash").asString()).isEqualTo(agreed);
        List<Span> spans = spans(traceId, 5);
        assertThat(attributes(one(spans, "http.request"))).containsEntry("ledger_commit_hash", agreed);
        assertThat(attributes(one(spans, "calculation"))).containsEntry("ledger_commit_hash", agreed);
        await().atMost(Duration.ofSeconds(10)).until(() -> service.logLines(traceId).stream()
                .anyMatch(line -> line.path("ledger_commit_hash").asString("").equals(agreed)));
    }

    private static void reconciled(JsonNode valuation, String outcome, String ledger) {
        Service.shared()
                .sql()
                .sql("INSERT INTO reconciliations (reconciliation_id, pack_id, pack_hash, asof, outcome,"
                        + " ledger_commit_hash, portfolios, differences, began_at, ended_at)"
                        + " VALUES (gen_random_uuid(), ?, ?, '2026-02-10', ?, ?, 1, ?, now(), now())")
                .params(
                        valuation.at("/pricing_pack/id").asString(),
                        valuation.at("/pricing_pack/hash").asString(),
                        outcome,
                        ledger,
                        outcome.equals("different") ? 1 : 0)
                .update();
    }

    @Test
    void valuation_logLinesAndAnswer_haveTheTracesId() {
        String traceId = newTraceId();

        Client.Answer answer = valuation(traceId);

        assertThat(answer.json().at("/context/trace_id").asString()).isEqualTo(traceId);
        assertThat(answer.header("traceparent")).startsWith("00-" + traceId + "-");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !service.logLines(traceId).isEmpty());
        JsonNode line = service.logLines(traceId).getFirst();
        assertThat(line.path("message").asString()).isEqualTo("portfolio valued");
        assertThat(line.path("request_id").asString()).isEqualTo(answer.header("X-Request-Id"));
        assertThat(line.path("user_id").asString()).isEqualTo("demo");
        assertThat(line.path("span_id").asString()).matches("[0-9a-f]{16}");
        await().atMost(Duration.ofSeconds(10)).until(() -> receiver.logs().stream()
                .anyMatch(log -> OtlpReceiver.id(log.getTraceId()).equals(traceId)));
    }

    @Test
    void problem_withTraceparent_hasTheTracesIdAndALine() {
        String traceId = newTraceId();

        Client.Answer answer = service.as("stranger", Role.USER)
                .get(
                        "/v1/portfolios/00000000-0000-4000-8000-000000000001/valuation",
                        "traceparent",
                        traceparent(traceId));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("trace_id").asString()).isEqualTo(traceId);
        assertThat(answer.json().path("request_id").asString()).isEqualTo(answer.header("X-Request-Id"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !service.logLines(traceId).isEmpty());
    }

    private static void attributesTell(List<Span> spans, Span request, Client.Answer answer) {
        JsonNode body = answer.json();
        String packId = body.at("/pricing_pack/id").asString();
        assertThat(attributes(request))
                .containsEntry("http.route", "/v1/portfolios/{id}/valuation")
                .containsEntry("http.request.method", "GET")
                .containsEntry("http.response.status_code", 200L)
                .containsEntry("portfolio_id", "00000000-0000-4000-8000-000000000001")
                .containsEntry("pricing_pack_id", packId)
                .containsEntry("user_id", "demo")
                .containsEntry("request_id", answer.header("X-Request-Id"));
        assertThat(attributes(one(spans, "calculation")))
                .containsEntry("portfolio_id", "00000000-0000-4000-8000-000000000001")
                .containsEntry("pricing_pack_id", packId)
                .containsEntry("position_count", (long) body.path("positions").size())
                .containsEntry("total_value", body.path("total_value").asDouble());
        assertThat(attributes(one(spans, "cache.get")))
                .containsEntry("pricing_pack_id", packId)
                .containsEntry("cache_hit", true);
        assertThat(spans.stream().filter(span -> span.getName().equals("db.query")))
                .allSatisfy(span -> assertThat(attributes(span))
                        .containsEntry("db.system.name", "postgresql")
                        .containsEntry("db.operation.name", "SELECT")
                        .containsKey("db.query.summary"));
    }

    private Client.Answer valuation(String traceId) {
        Client.Answer answer = service.as("demo", Role.USER)
                .get(
                        "/v1/portfolios/00000000-0000-4000-8000-000000000001/valuation",
                        "traceparent",
                        traceparent(traceId));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private List<Span> spans(String traceId, int count) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(receiver.trace(traceId)).hasSize(count));
        return receiver.trace(traceId);
    }

    private static Map<String, Object> attributes(Span span) {
        return OtlpReceiver.attributes(span.getAttributesList());
    }

    private static Span one(List<Span> spans, String name) {
        List<Span> named =
                spans.stream().filter(span -> span.getName().equals(name)).toList();
        assertThat(named).as(name).hasSize(1);
        return named.getFirst();
    }

    private static String newTraceId() {
        byte[] id = new byte[16];
        new Random().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static String traceparent(String traceId) {
        return "00-" + traceId + "-" + CALLER_SPAN + "-01";
    }
}
