package io.dawsos.telemetry.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus scrapes the page twice over: as it does by itself, and in protobuf with native histograms. */
class PrometheusScrapeTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JACKSON = new JsonMapper();
    private static final Set<String> ACCEPTED = ConcurrentHashMap.newKeySet();

    @TempDir
    private static Path folder;

    private static HttpServer page;
    private static Prometheus plain;
    private static Prometheus nativeHistograms;

    @BeforeAll
    static void start() throws Exception {
        Metrics metrics = Metrics.create(true).withJvm();
        metrics.gauge("portfolio_count_total", "Portfolios.").set(200);
        Histogram histogram = metrics.histogram(
                "request_seconds", "Requests.", new double[] {0.1, 1.2, 10}, Label.of("method", "GET"));
        SpanContext span =
                SpanContext.create(TRACE, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault());
        Context.root()
                .with(Span.wrap(span))
                .wrap(() -> histogram.observe(0.3, "GET"))
                .run();
        for (int i = 0; i < 100; i++) {
            histogram.observe(0.3, "GET");
        }
        page = serve(new MetricsPage(metrics));
        plain = Prometheus.start(folder.resolve("plain"), "exemplar-storage");
        nativeHistograms = Prometheus.start(folder.resolve("native"), "native-histograms");
    }

    @AfterAll
    static void stop() throws Exception {
        plain.stop();
        nativeHistograms.stop();
        page.stop(0);
    }

    @Test
    void classicBuckets_quantile_isWithinItsBucket() throws Exception {
        JsonNode value = plain.awaitQuery("histogram_quantile(0.95, sum by (le) (request_seconds_bucket))");
        assertThat(Double.parseDouble(value.asString())).isBetween(0.1, 1.2);
    }

    @Test
    void nativeHistogram_quantile_isExactToItsBucketWidth() throws Exception {
        JsonNode value = nativeHistograms.awaitQuery("histogram_quantile(0.95, request_seconds)");
        assertThat(Double.parseDouble(value.asString())).isBetween(0.28, 0.32);
        assertThat(ACCEPTED).anyMatch(accept -> accept.startsWith("application/vnd.google.protobuf"));
    }

    @Test
    void gaugeWhoseNameEndsInTotal_inEveryFormat_isScraped() throws Exception {
        assertThat(plain.awaitQuery("portfolio_count_total").asString()).isEqualTo("200");
        assertThat(nativeHistograms.awaitQuery("portfolio_count_total").asString())
                .isEqualTo("200");
        assertThat(plain.get("/api/v1/metadata?metric=portfolio_count_total").toString())
                .contains("\"type\":\"gauge\"");
        assertThat(nativeHistograms
                        .get("/api/v1/metadata?metric=portfolio_count_total")
                        .toString())
                .contains("\"type\":\"gauge\"");
    }

    @Test
    void exemplar_ofASampledSpan_isStored() throws Exception {
        plain.awaitQuery("request_seconds_count");
        JsonNode found = plain.get(
                "/api/v1/query_exemplars?query=request_seconds_bucket&start=2000-01-01T00:00:00Z&end=2100-01-01T00:00:00Z");
        assertThat(found.toString())
                .contains("\"labels\":{\"span_id\":\"b7ad6b7169203331\",\"trace_id\":\"" + TRACE
                        + "\"},\"value\":\"0.3\"");
    }

    private static HttpServer serve(MetricsPage metrics) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                String accept = headers.getFirst("Accept");
                ACCEPTED.add(accept);
                MetricsPage.Answer answer = metrics.answer(accept, headers.getFirst("Accept-Encoding"), Set.of());
                exchange.getResponseHeaders().set("Content-Type", answer.contentType());
                if (answer.contentEncoding() != null) {
                    exchange.getResponseHeaders().set("Content-Encoding", answer.contentEncoding());
                }
                exchange.sendResponseHeaders(200, answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        });
        server.start();
        return server;
    }

    private record Prometheus(Process process, int port, Path log) {

        static Prometheus start(Path folder, String feature) throws IOException {
            Files.createDirectories(folder);
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Path config = Files.writeString(folder.resolve("prometheus.yml"), """
                    global: {scrape_interval: 1s}
                    scrape_configs:
                      - job_name: page
                        static_configs: [{targets: ["127.0.0.1:%d"]}]
                    """.formatted(
                            page.getAddress().getPort()));
            Path log = folder.resolve("log");
            ProcessBuilder command = new ProcessBuilder(
                            "prometheus",
                            "--config.file=" + config,
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=127.0.0.1:" + port,
                            "--enable-feature=" + feature)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            try {
                return new Prometheus(command.start(), port, log);
            } catch (IOException e) {
                return fail("prometheus is not installed (Debian: apt-get install prometheus)", e);
            }
        }

        /** The value of the one series that the query finds, once it does. */
        JsonNode awaitQuery(String query) throws IOException {
            String path = "/api/v1/query?query=" + URLEncoder.encode(query, UTF_8);
            return await().atMost(SOON)
                    .conditionEvaluationListener(condition -> assertThat(process.isAlive())
                            .as("prometheus runs; see %s", log)
                            .isTrue())
                    .ignoreExceptionsInstanceOf(IOException.class) // not listening yet
                    .until(() -> get(path).at("/data/result/0/value/1"), node -> !node.isMissingNode());
        }

        JsonNode get(String path) throws IOException, InterruptedException {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            return JACKSON.readTree(CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body());
        }

        void stop() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
