package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.dawsos.systemtest.Launcher.Curl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** What users do with the service in a day, by its API. */
final class Workday implements AutoCloseable {

    private static final Duration BUILD_LIMIT = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private final Curl investor;
    private final String adminToken;
    private final HttpServer receiver;
    private final AtomicInteger received = new AtomicInteger();
    private int rounds;

    /** @param investor and the valuation that is looked at */
    Workday(Curl investor, String adminToken) throws IOException {
        this.investor = investor;
        this.adminToken = adminToken;
        this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(OK, -1);
            exchange.close();
            received.incrementAndGet();
        });
        receiver.start();
    }

    /** Prices from the providers, a reconciliation with the ledger, evaluated alerts. */
    void buildPack() throws IOException, InterruptedException {
        var asked = Http.post(investor.address() + "/v1/pricing-packs", adminToken, "");
        String build = investor.address()
                + expect(ACCEPTED, asked).headers().firstValue("Location").orElseThrow();
        await("the build " + build).atMost(BUILD_LIMIT).untilAsserted(() -> {
            String answer = expect(OK, Http.get(build, adminToken)).body();
            assertThat(JsonMapper.shared().readTree(answer).path("state").asString())
                    .as(answer)
                    .isEqualTo("fresh");
        });
    }

    /** A portfolio with trades of each kind, valuations warm and cold, a refusal, an alert that the next quotes raise. */
    void round() throws IOException, InterruptedException {
        rounds++;
        String portfolio = open();
        trade(portfolio, "{\"action\":\"buy\",\"symbol\":\"MSFT\",\"quantity\":2,\"price\":30}");
        trade(portfolio, "{\"action\":\"sell\",\"symbol\":\"MSFT\",\"quantity\":1,\"price\":31}");
        trade(portfolio, "{\"action\":\"dividend\",\"symbol\":\"MSFT\",\"quantity\":1,\"price\":0.5}");
        value("");
        value("?asof=" + LocalDate.now(ZoneOffset.UTC).minusWeeks(rounds));
        expect(401, Http.get(investor.address() + investor.path(), "nobody"));
        alert(portfolio.substring(portfolio.lastIndexOf('/') + 1));
    }

    /** Alerts that the receiver has got. */
    int received() {
        return received.get();
    }

    /** Its path. */
    private String open() throws IOException, InterruptedException {
        String portfolio = "{\"name\":\"round %d\",\"base_currency\":\"EUR\"}".formatted(rounds);
        var made = Http.post(investor.address() + "/v1/portfolios", investor.token(), portfolio);
        return expect(CREATED, made).headers().firstValue("Location").orElseThrow();
    }

    private void trade(String portfolio, String trade) throws IOException, InterruptedException {
        expect(CREATED, Http.post(investor.address() + portfolio + "/trades", investor.token(), trade));
    }

    private void alert(String portfolioId) throws IOException, InterruptedException {
        String alert = """
                {"portfolio_id":"%s","name":"has a worth","condition":{"type":"value_above","amount":1},
                 "channels":[{"method":"webhook","url":"http://127.0.0.1:%d/"},{"method":"in_app"}]}
                """.formatted(portfolioId, receiver.getAddress().getPort());
        expect(CREATED, Http.post(investor.address() + "/v1/alerts", investor.token(), alert));
    }

    private void value(String query) throws IOException, InterruptedException {
        expect(OK, Http.get(investor.address() + investor.path() + query, investor.token()));
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isEqualTo(status);
        return answer;
    }

    @Override
    public void close() {
        receiver.stop(0);
    }
}
