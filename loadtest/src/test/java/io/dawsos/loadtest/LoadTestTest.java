package io.dawsos.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of the JDK that notes what comes: Gatling is real, and so is HTTP. */
class LoadTestTest {

    private record Request(String path, String authorization) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Properties before = new Properties();
    private volatile int answer = 200;
    private HttpServer server;

    @TempDir
    Path results;

    @BeforeEach
    void start() throws IOException {
        before.putAll(System.getProperties());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::note);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.setProperties(before);
    }

    @Test
    void run_goodAnswers_valuesDemoPortfoliosAtTheRateAndWritesTheReport() throws IOException {
        assertThat(run("http://127.0.0.1:" + server.getAddress().getPort())).isZero();
        assertThat(requests).hasSize(40).allSatisfy(request -> {
            assertThat(request.path())
                    .matches(
                            "/v1/portfolios/00000000-0000-4000-8000-0000000000?\\d{2,3}/valuation(\\?currency=(EUR|GBP))?");
            assertThat(request.authorization()).isEqualTo("Bearer token");
        });
        assertThat(requests)
                .extracting(Request::path)
                .anyMatch(path -> path.endsWith("EUR"))
                .anyMatch(path -> path.endsWith("GBP"));
        try (var files = Files.find(results, 3, (path, _) -> path.endsWith("index.html"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void run_serviceFails_isAMissedObjective() throws IOException {
        answer = 503;
        assertThat(run("http://127.0.0.1:" + server.getAddress().getPort())).isEqualTo(2);
    }

    @Test
    void run_noAddress_isRefusedBeforeAnyLoad() throws IOException {
        assertThat(run("")).isEqualTo(1);
        assertThat(requests).isEmpty();
    }

    private int run(String url) throws IOException {
        Properties properties = LoadSettingsTest.properties("url", url);
        properties.setProperty("load.rps", "20");
        properties.setProperty("load.duration", "2s");
        properties.setProperty("load.results", results.toString());
        System.getProperties().putAll(properties);
        return LoadTest.run();
    }

    private void note(HttpExchange exchange) throws IOException {
        requests.add(new Request(
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization")));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }
}
