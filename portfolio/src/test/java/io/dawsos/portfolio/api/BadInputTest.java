package io.dawsos.portfolio.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.security.Role;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong is said, and nothing is stored. */
class BadInputTest {

    private static final String OWNER = "careless";

    private final Service service = Service.shared();
    private final Client client = service.as(OWNER, Role.USER);
    private String path = "";
    private String stored = "";

    @BeforeEach
    void makePortfolio() {
        path = client.newPortfolio("EUR");
        stored = stored();
    }

    @AfterEach
    void nothingStored() {
        assertThat(stored()).isEqualTo(stored);
    }

    static Stream<Arguments> trades() {
        return Stream.of(
                trade(
                        "not JSON",
                        "{\"action\":\"buy\",\n \"symbol\":oops}",
                        400,
                        "malformed-json",
                        "line 2, column 11"),
                trade("half a JSON", "{\"action\":\"buy\"", 400, "malformed-json", "line 1, column"),
                trade("no body", "", 400, "unexpected-json", "a JSON body is wanted"),
                trade("a list", "[]", 400, "unexpected-json", "line 1, column 1"),
                trade("more after it", body("buy", "MSFT", "1", "1") + "{}", 400, "unexpected-json", "line 1"),
                trade(
                        "unknown member",
                        "{\"acton\":\"buy\"}",
                        400,
                        "unexpected-json",
                        "there are action, date, price, quantity, symbol"),
                trade(
                        "member twice",
                        "{\"action\":\"buy\",\"action\":\"sell\"}",
                        400,
                        "malformed-json",
                        "line 1, column 25"),
                trade(
                        "number in quotes",
                        body("buy", "MSFT", "\"1\"", "1"),
                        400,
                        "unexpected-json",
                        "quantity: wanted a number"),
                trade("not a number", body("buy", "MSFT", "NaN", "1"), 400, "malformed-json", "line 1"),
                trade(
                        "not a date",
                        body("buy", "MSFT", "1", "1,\"date\":\"2026-02-30\""),
                        400,
                        "unexpected-json",
                        "date: wanted a date such as"),
                trade(
                        "negative quantity",
                        body("buy", "MSFT", "-1", "1"),
                        422,
                        "invalid-body",
                        "quantity: wanted more than 0"),
                trade(
                        "no quantity",
                        "{\"action\":\"buy\",\"symbol\":\"MSFT\",\"price\":1}",
                        422,
                        "invalid-body",
                        "quantity: wanted a number"),
                trade("zero price", body("buy", "MSFT", "1", "0"), 422, "invalid-body", "price: wanted more than 0"),
                trade(
                        "too fine",
                        body("buy", "MSFT", "0.123456789", "1"),
                        422,
                        "invalid-body",
                        "at most 12 digits before and 8 after"),
                trade(
                        "too large",
                        body("buy", "MSFT", "1e12", "1"),
                        422,
                        "invalid-body",
                        "at most 12 digits before and 8 after"),
                trade(
                        "absurdly large",
                        body("buy", "MSFT", "1e999999999", "1"),
                        422,
                        "invalid-body",
                        "at most 12 digits"),
                trade(
                        "unknown action",
                        body("short", "MSFT", "1", "1"),
                        422,
                        "invalid-body",
                        "action: wanted one of buy, sell, dividend"),
                trade(
                        "symbol's form",
                        body("buy", "msft; DROP TABLE lots", "1", "1"),
                        422,
                        "invalid-body",
                        "symbol: wanted 1 to 12"),
                trade(
                        "several at once",
                        body("short", "?", "-1", "0"),
                        422,
                        "invalid-body",
                        "action: wanted one of buy, sell, dividend; symbol: wanted 1 to 12 capital letters, digits, points and hyphens; quantity: wanted more than 0; price: wanted more than 0"),
                trade(
                        "unknown security",
                        body("buy", "NOSUCH", "1", "1"),
                        422,
                        "unknown-security",
                        "there is no security NOSUCH"),
                trade(
                        "more than held",
                        body("sell", "MSFT", "1", "1"),
                        422,
                        "oversell",
                        "0 units are held, 1 were to be sold"),
                trade(
                        "in the future",
                        body("buy", "MSFT", "1", "1,\"date\":\"2999-01-01\""),
                        422,
                        "date-in-future",
                        "2999-01-01"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trades")
    void trade_bad_saidAndNotStored(String what, String body, int status, String problem, String detail) {
        Client.Answer answer = client.post(path + "/trades", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().path("detail").asString()).contains(detail);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("trace_id").asString()).matches("[0-9a-f]{32}");
        assertThat(answer.json().path("request_id").asString()).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gets")
    void get_bad_said(String under, int status, String problem, String detail) {
        Client.Answer answer = client.get(under.startsWith("/v1") ? under : path + under);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().path("detail").asString()).contains(detail);
    }

    static Stream<Arguments> gets() {
        return Stream.of(
                Arguments.of("/valuation?currency=XYZ", 422, "unknown-currency", "XYZ is not an ISO 4217 currency"),
                Arguments.of("/valuation?currency=eur", 422, "unknown-currency", "three capital letters"),
                Arguments.of("/valuation?currency=NOK", 422, "unknown-currency", "has no rate of NOK; there are"),
                Arguments.of("/valuation?asof=yesterday", 400, "bad-request", "asof: wanted a date such as"),
                Arguments.of("/valuation?asof=2999-01-01", 422, "asof-in-future", "2999-01-01 is after today"),
                Arguments.of("/valuation?asof=1999-01-01", 422, "no-pricing-pack", "1999-01-01"),
                Arguments.of("/v1/portfolios?limit=0", 422, "bad-limit", "wanted 1 to 200, got 0"),
                Arguments.of("/v1/portfolios?limit=1000000", 422, "bad-limit", "wanted 1 to 200"),
                Arguments.of("/v1/portfolios?limit=many", 400, "bad-request", "limit: wanted a number"),
                Arguments.of("/v1/portfolios?after=x", 400, "bad-request", "after: wanted a UUID"),
                Arguments.of("/v1/portfolios/" + UUID.randomUUID(), 404, "unknown-portfolio", "there is no portfolio"),
                Arguments.of("/v1/portfolios/1/lots", 404, "unknown-portfolio", "an id is a UUID"),
                Arguments.of("/v1/nothing", 404, "no-such-resource", "no such resource"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("portfolios")
    void create_bad_said(String body, String detail) {
        Client.Answer answer = client.post("/v1/portfolios", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString()).contains(detail);
    }

    static Stream<Arguments> portfolios() {
        return Stream.of(
                Arguments.of("{}", "name: wanted 1 to 200 characters"),
                Arguments.of("{\"name\":\"a\\u0000b\",\"base_currency\":\"EUR\"}", "without control characters"),
                Arguments.of("{\"name\":\"a\",\"base_currency\":\"XAU\"}", "base_currency: XAU is not an ISO 4217"),
                Arguments.of("{\"name\":\"a\",\"base_currency\":\"NOK\"}", "there are no rates of NOK"));
    }

    @Test
    void post_tenMegabytes_413WithTheReason() {
        byte[] body = new byte[10 << 20];

        Client.Answer answer = client.send(client.request(path + "/trades")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
        assertThat(answer.json().path("detail").asString()).isEqualTo("a body has 1048576 bytes at most");
    }

    @Test
    void post_tooLargeWithoutALength_413() {
        byte[] blank = " ".repeat(3 << 20).getBytes(StandardCharsets.UTF_8);

        Client.Answer answer = client.send(client.request(path + "/trades")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blank))));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void post_wrongMediaTypeOrMethod_saysWhatIsTaken() {
        Client.Answer text = client.send(client.request(path + "/trades")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("buy")));
        Client.Answer delete = client.send(client.request(path).DELETE());

        assertThat(text.status()).isEqualTo(415);
        assertThat(delete.status()).isEqualTo(405);
        assertThat(delete.header("Allow")).isEqualTo("GET");
    }

    @Test
    void idempotencyKey_blankOrTooLong_refused() {
        String body = body("buy", "MSFT", "1", "1");

        assertThat(client.post(path + "/trades", body, "Idempotency-Key", "k".repeat(256))
                        .problem())
                .isEqualTo("bad-idempotency-key");
        assertThat(client.post(path + "/trades", body, "Idempotency-Key", "two words")
                        .problem())
                .isEqualTo("bad-idempotency-key");
    }

    @Test
    void trade_beforeTheLast_refusedNamingIt() {
        Client other = service.as("ordered", Role.USER);
        String theirs = other.newPortfolio("USD");
        other.post(theirs + "/trades", body("buy", "MSFT", "1", "1,\"date\":\"2026-05-05\""));

        Client.Answer answer = other.post(theirs + "/trades", body("buy", "MSFT", "1", "1,\"date\":\"2026-05-04\""));

        assertThat(answer.problem()).isEqualTo("date-out-of-order");
        assertThat(answer.json().path("detail").asString()).contains("2026-05-05", "2026-05-04");
    }

    private String stored() {
        return service.sql()
                .sql("SELECT (SELECT count(*) FROM portfolios WHERE owner = ?) || ' '"
                        + " || (SELECT count(*) FROM trades WHERE booked_by = ?) || ' '"
                        + " || (SELECT count(*) FROM lots JOIN portfolios USING (portfolio_id) WHERE owner = ?)")
                .params(OWNER, OWNER, OWNER)
                .query(String.class)
                .single();
    }

    private static String body(String action, String symbol, String quantity, String price) {
        return "{\"action\":\"%s\",\"symbol\":\"%s\",\"quantity\":%s,\"price\":%s}"
                .formatted(action, symbol, quantity, price);
    }

    private static Arguments trade(String what, String body, int status, String problem, String detail) {
        return Arguments.of(what, body, status, problem, detail);
    }
}
