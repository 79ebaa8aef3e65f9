package io.dawsos.portfolio.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.ServiceProcess;
import io.dawsos.portfolio.database.DatabaseAddress;
import io.dawsos.portfolio.security.Role;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A caller that went away had been logged as a fault of the service. */
class HangUpTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Their 7 MB fit into no buffer on the way. */
    private static final int LOTS = 60_000;

    private final DatabaseAddress database = database();

    /** One of its own: so many rows would be in the others' way. */
    private static DatabaseAddress database() {
        Service.shared().sql().sql("CREATE DATABASE hang_up").update();
        DatabaseAddress server = Service.shared().database().address();
        String url = server.url().replaceFirst("/[^/?]*(\\?|$)", "/hang_up$1");
        return new DatabaseAddress(url, server.user(), server.password());
    }

    private Map<String, String> settings() {
        String credentials = "postgres://%s:%s@".formatted(database.user(), database.password());
        return Map.of(
                "DATABASE_URL", database.url().replace("jdbc:postgresql://", credentials), "DAWSOS_DEMO", "false");
    }

    @Test
    void caller_hangsUpMidAnswer_isNeitherCountedNorLoggedAsAFault() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(settings())) {
            HttpRequest request = service.as("hasty", Role.USER)
                    .request("/v1/portfolios/" + portfolioOfManyLots() + "/lots")
                    .build();

            hangUpMidAnswer(request);

            await().atMost(LIMIT).until(() -> service.printed().stream()
                    .anyMatch(line -> line.contains("the caller hung up before the answer had ended")));
            await().atMost(LIMIT).until(() -> count(service, 200) == 1);
            assertThat(count(service, 500)).isZero();
            assertThat(service.printed()).noneMatch(line -> line.contains("\"level\":\"ERROR\""));
        }
    }

    private UUID portfolioOfManyLots() {
        UUID portfolio = UUID.randomUUID();
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(
                database.url(), Objects.requireNonNull(database.user()), Objects.requireNonNull(database.password())));
        sql.sql("INSERT INTO securities (symbol, name, currency, synthetic, origin)"
                        + " VALUES ('LONG', 'Long list', 'USD', true, 'test')")
                .update();
        sql.sql("INSERT INTO portfolios (portfolio_id, owner, name, base_currency) VALUES (?, 'hasty', 'p', 'USD')")
                .param(portfolio)
                .update();
        sql.sql("""
                        WITH t AS (INSERT INTO trades (portfolio_id, security_no, action, trade_date, quantity, price,
                                                       cash_effect, booked_by)
                                   SELECT ?, (SELECT security_no FROM securities), 'buy', '2026-03-02', 1, 1, -1, 'hasty'
                                     FROM generate_series(1, ?) RETURNING *)
                        INSERT INTO lots (portfolio_id, security_no, trade_id, opened_on, quantity, remaining, unit_cost)
                        SELECT portfolio_id, security_no, trade_id, trade_date, quantity, quantity, price FROM t
                        """).params(portfolio, LOTS).update();
        return portfolio;
    }

    /** Reads the first line of the answer, then resets the connection. */
    private static void hangUpMidAnswer(HttpRequest request) throws IOException {
        URI uri = request.uri();
        String text = "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\n\r\n"
                .formatted(
                        uri.getPath(),
                        uri.getAuthority(),
                        request.headers().firstValue("Authorization").orElseThrow());
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
            socket.setSoLinger(true, 0);
        }
    }

    private static long count(ServiceProcess service, int status) {
        Client.Answer metrics = service.asNobody().get("/metrics");
        String series = "http_requests_total{endpoint=\"/lots\",method=\"GET\",status=\"%d\"} ".formatted(status);
        return metrics.body()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(series.length())))
                .findFirst()
                .orElseThrow();
    }
}
