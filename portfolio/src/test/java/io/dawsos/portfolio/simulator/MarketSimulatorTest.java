package io.dawsos.portfolio.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.demo.DemoMarket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketSimulatorTest {

    private static final DemoMarket DEMO = DemoMarket.load(LocalDate.of(2026, 3, 6));

    private final HttpClient http = HttpClient.newHttpClient();
    private MarketSimulator simulator;

    @BeforeEach
    void start() throws IOException {
        simulator = MarketSimulator.start(0, DEMO, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpRequest request(String method, String path) {
        return HttpRequest.newBuilder(URI.create(simulator.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return http.send(request(method, path), BodyHandlers.ofString());
    }

    @Test
    void simulator_started_listensOnLoopbackOnly() {
        assertThat(simulator.address().getHost()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "/polygon/v2/aggs/grouped/locale/us/market/stocks/2026-03-06, 401",
        "/polygon/v2/aggs/grouped/locale/us/market/stocks/2026-03-06?apiKey=, 401",
        "/polygon/v2/aggs/grouped/locale/us/market/stocks/soon?apiKey=k, 400",
        "/polygon/nothing?apiKey=k, 404",
        "/fmp/stable/batch-quote?symbols=AAPL, 401",
        "/fmp/stable/eod-bulk?apikey=k, 400",
        "/fred/fred/series/observations?series_id=DEXUSEU, 400",
        "/fred/fred/series/observations?series_id=NOPE&api_key=k, 400",
        "/news/v2/reference/news?ticker=AAPL, 401",
        "/news/v2/reference/news?ticker=NOPE&apiKey=k, 200",
        "/nothing, 404",
        "/chaos/nobody, 404",
    })
    void request_wrong_isAnsweredAsTheProviderWould(String path, int status) throws Exception {
        assertThat(send("GET", path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/chaos/fmp?mode=explode",
                "/chaos/fmp?mode=fail&count=0",
                "/chaos/fmp?mode=fail&for=soon",
                "/chaos/fmp?mode=garbage&kind=gold",
                "/chaos/fmp?mode=limit&as=poem",
                "/market/AAPL?percent=lots",
                "/market/AAPL?percent=-100",
                "/market/AAPL"
            })
    void order_wrong_is400WithTheReasonAndChangesNothing(String path) throws Exception {
        HttpResponse<String> answer = send("PUT", path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("wanted");
        assertThat(simulator.state().getOrDefault("fmp", Map.of())).containsEntry("mode", "ok");
        assertThat(send("GET", "/market").body()).isEqualTo("{\"moves\":{}}");
    }

    @Test
    void chaos_forACount_isOverAfterThat() throws Exception {
        send("PUT", "/chaos/fmp?mode=fail&count=2");
        String path = "/fmp/stable/batch-quote?symbols=AAPL&apikey=k";

        assertThat(send("GET", path).statusCode()).isEqualTo(500);
        assertThat(send("GET", "/chaos/fmp").body()).contains("\"requests_left\":1");
        assertThat(send("GET", path).statusCode()).isEqualTo(500);
        assertThat(send("GET", path).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/chaos/fmp").body()).isEqualTo("{\"mode\":\"ok\",\"requests\":3}");
    }

    @Test
    void chaos_limit_saysWhenToComeBack() throws Exception {
        send("PUT", "/chaos/fmp?mode=limit&retry_after=17");

        HttpResponse<String> answer = send("GET", "/fmp/stable/batch-quote?apikey=k");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("17");
    }

    @Test
    void chaos_stall_holdsUntilToldOtherwise() throws Exception {
        send("PUT", "/chaos/fmp?mode=stall");
        CompletableFuture<HttpResponse<String>> stalled =
                http.sendAsync(request("GET", "/fmp/stable/batch-quote?apikey=k"), BodyHandlers.ofString());
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(5))
                .until(() -> send("GET", "/chaos/fmp").body().contains("\"requests\":1"));
        assertThat(stalled).isNotDone();

        send("PUT", "/chaos/fmp?mode=ok");

        // Hung up on; what the client makes of that (the JDK's asks again) is its own business.
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(5))
                .until(stalled::isDone);
    }

    @Test
    void state_forPeople_tellsProvidersAndMoves() throws Exception {
        send("PUT", "/chaos/fmp?mode=fail&for=2m");
        send("PUT", "/market/AAPL?percent=-10");

        assertThat(send("GET", "/").body())
                .containsPattern("fmp +fail {2}until=")
                .containsPattern("polygon +ok")
                .containsPattern("AAPL +-10[.,]00 %");
    }

    @Test
    void settings_firstStart_keepTheDay(@TempDir Path folder) throws Exception {
        Map<String, String> environment = Map.of("DAWSOS_DATA", folder.toString(), "DAWSOS_ZONE", "UTC");
        LocalDate first = SimulatorSettings.from(environment).lastDay();
        assertThat(first)
                .isBetween(
                        LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1), LocalDate.now(java.time.ZoneOffset.UTC));

        Files.writeString(folder.resolve("market-day"), "2026-01-05\n");

        assertThat(SimulatorSettings.from(environment).lastDay()).isEqualTo(LocalDate.of(2026, 1, 5));
    }
}
