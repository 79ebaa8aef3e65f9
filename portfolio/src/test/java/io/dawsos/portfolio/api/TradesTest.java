package io.dawsos.portfolio.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.security.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TradesTest {

    private final Service service = Service.shared();
    private final Client trader = service.as("trader", Role.USER);

    @Test
    void sell_twoLots_oldestFirstAndGainRealised() {
        String path = trader.newPortfolio("USD");
        book(path, trade("buy", "10", "20.00", "2026-03-02"));
        book(path, trade("buy", "10", "30.00", "2026-03-03"));

        JsonNode sold = book(path, trade("sell", "15", "40.00", "2026-03-04"));

        // 10 at 20 and 5 at 30 cost 350, and brought 600.
        assertThat(sold.path("realised_gain").decimalValue()).isEqualByComparingTo("250");
        assertThat(sold.path("cash_effect").decimalValue()).isEqualByComparingTo("600");
        JsonNode lots = trader.get(path + "/lots").json().path("items");
        assertThat(lots).hasSize(1);
        assertThat(lots.path(0).path("remaining").decimalValue()).isEqualByComparingTo("5");
        assertThat(lots.path(0).path("unit_cost").decimalValue()).isEqualByComparingTo("30");
    }

    @Test
    void lots_asOfBeforeASale_asTheyWereThen() {
        String path = trader.newPortfolio("USD");
        book(path, trade("buy", "10", "20.00", "2026-03-02"));
        book(path, trade("sell", "4", "40.00", "2026-03-04"));
        book(path, trade("sell", "6", "40.00", "2026-03-05"));

        assertThat(held(path, "2026-03-01")).isEmpty();
        assertThat(held(path, "2026-03-03")).containsExactly(new BigDecimal("10"));
        assertThat(held(path, "2026-03-04")).containsExactly(new BigDecimal("6"));
        assertThat(held(path, "2026-03-05")).isEmpty();
    }

    @Test
    void dividend_booked_cashAndNoLot() {
        String path = trader.newPortfolio("USD");
        book(path, trade("buy", "10", "20.00", "2026-03-02"));

        JsonNode dividend = book(path, trade("dividend", "10", "0.25", "2026-03-03"));

        assertThat(dividend.path("cash_effect").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(dividend.has("realised_gain")).isFalse();
        assertThat(held(path, "2026-03-03")).containsExactly(new BigDecimal("10"));
    }

    @Test
    void book_sameKeySameOrder_sameAnswerBookedOnce() {
        String path = trader.newPortfolio("USD");
        double before = volume();

        Client.Answer first = trader.post(path + "/trades", trade("buy", "10", "20.00", "2026-03-02"), KEY, "k-1");
        Client.Answer again = trader.post(path + "/trades", trade("buy", "10.0", "20", "2026-03-02"), KEY, "k-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(held(path, "2026-03-02")).containsExactly(new BigDecimal("10"));
        assertThat(volume() - before).isEqualTo(1);
    }

    @Test
    void book_sameKeyOtherOrder_refusedNamingTheFirst() {
        String path = trader.newPortfolio("USD");
        JsonNode first = trader.post(path + "/trades", trade("buy", "10", "20.00", "2026-03-02"), KEY, "k-2")
                .json();

        Client.Answer other = trader.post(path + "/trades", trade("buy", "11", "20.00", "2026-03-02"), KEY, "k-2");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(other.json().path("detail").asString())
                .contains("trade " + first.path("id").asLong());
        assertThat(held(path, "2026-03-02")).containsExactly(new BigDecimal("10"));
    }

    @Test
    void sell_manyAtOnce_neverMoreThanIsHeld() throws Exception {
        String path = trader.newPortfolio("USD");
        book(path, trade("buy", "10", "20.00", "2026-03-02"));
        List<Client.Answer> answers = atOnce(24, i -> trade("sell", "1", "30.00", "2026-03-03"), null, path);

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(10);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("oversell"));
        assertThat(held(path, "2026-03-03")).isEmpty();
    }

    @Test
    void book_sameKeyManyAtOnce_bookedOnce() throws Exception {
        String path = trader.newPortfolio("USD");
        List<Client.Answer> answers = atOnce(16, i -> trade("buy", "3", "20.00", "2026-03-02"), "k-race", path);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(Client.Answer::body).distinct()).hasSize(1);
        assertThat(held(path, "2026-03-02")).containsExactly(new BigDecimal("3"));
    }

    private static final String KEY = "Idempotency-Key";

    private interface Body {
        String of(int caller);
    }

    private List<Client.Answer> atOnce(int callers, Body body, @Nullable String key, String path) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Client.Answer>> waiting = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                int caller = i;
                waiting.add(threads.submit(() -> {
                    go.await();
                    return key == null
                            ? trader.post(path + "/trades", body.of(caller))
                            : trader.post(path + "/trades", body.of(caller), KEY, key);
                }));
            }
            go.countDown();
            List<Client.Answer> answers = new ArrayList<>();
            for (Future<Client.Answer> answer : waiting) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private JsonNode book(String path, String body) {
        Client.Answer answer = trader.post(path + "/trades", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private List<BigDecimal> held(String path, String day) {
        List<BigDecimal> remaining = new ArrayList<>();
        trader.get(path + "/lots?asof=" + day)
                .json()
                .path("items")
                .forEach(lot -> remaining.add(lot.path("remaining").decimalValue()));
        return remaining;
    }

    private double volume() {
        return service.asNobody()
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("trade_volume_total{action=\"buy\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }

    private static String trade(String action, String quantity, String price, String date) {
        return "{\"action\":\"%s\",\"symbol\":\"MSFT\",\"quantity\":%s,\"price\":%s,\"date\":\"%s\"}"
                .formatted(action, quantity, price, date);
    }
}
