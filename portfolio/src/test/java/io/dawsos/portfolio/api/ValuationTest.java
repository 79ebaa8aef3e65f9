package io.dawsos.portfolio.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.pricing.PackContent;
import io.dawsos.portfolio.pricing.PackPublisher;
import io.dawsos.portfolio.pricing.PackRef;
import io.dawsos.portfolio.pricing.PackStore;
import io.dawsos.portfolio.pricing.PricingPack;
import io.dawsos.portfolio.security.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ValuationTest {

    private static final String DEMO = "/v1/portfolios/00000000-0000-4000-8000-000000000001/valuation";

    private final Service service = Service.shared();
    private final Client demo = service.as("demo", Role.USER);

    @Test
    void valuation_demoPortfolio_addsUp() {
        JsonNode answer = demo.get(DEMO).json();

        BigDecimal value = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        for (JsonNode position : answer.path("positions")) {
            value = value.add(position.path("value").decimalValue());
            weight = weight.add(position.path("weight").decimalValue());
        }
        assertThat(answer.path("positions")).isNotEmpty();
        assertThat(value).isEqualTo(answer.path("total_value").decimalValue()).isPositive();
        assertThat(weight).isEqualByComparingTo("1");
        assertThat(answer.path("total_value")
                        .decimalValue()
                        .subtract(answer.path("total_cost").decimalValue()))
                .isEqualTo(answer.path("unrealised_gain").decimalValue());
    }

    @Test
    void valuation_otherCurrency_sameWorthAtThePacksRate() {
        JsonNode usd = demo.get(DEMO + "?currency=USD").json();
        JsonNode eur = demo.get(DEMO + "?currency=EUR").json();
        BigDecimal rate = service.sql()
                .sql("SELECT usd FROM fx_rates JOIN pricing_packs USING (pack_no)"
                        + " WHERE currency = 'EUR' AND pack_id = ? AND content_hash = ?")
                .params(
                        eur.at("/pricing_pack/id").asString(),
                        eur.at("/pricing_pack/hash").asString())
                .query(BigDecimal.class)
                .single();

        // Each position was rounded to a cent: no more than half of one can be missing for each.
        BigDecimal mostRounding = new BigDecimal("0.01")
                .multiply(BigDecimal.valueOf(usd.path("positions").size() + 1L));
        assertThat(eur.path("total_value").decimalValue().multiply(rate))
                .isCloseTo(usd.path("total_value").decimalValue(), Offset.offset(mostRounding));
    }

    @Test
    void valuation_asOfEarlier_thatDaysPackAndHoldings() {
        LocalDate saturday = LocalDate.of(2026, 10, 3);

        JsonNode answer = demo.get(DEMO + "?asof=" + saturday).json();

        assertThat(answer.at("/pricing_pack/id").asString()).isEqualTo("PP_2026-10-02");
        assertThat(answer.path("asof").asString()).isEqualTo("2026-10-03");
        assertThat(demo.get(DEMO + "?asof=2026-10-02").json().path("total_value"))
                .isEqualTo(answer.path("total_value"));
    }

    @Test
    void valuation_answered_contextTellsItAgain() {
        Client.Answer answer = demo.get(DEMO + "?currency=EUR");
        JsonNode context = answer.json().path("context");

        assertThat(context.path("request_id").asString()).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.header("traceparent"))
                .contains(context.path("trace_id").asString());
        assertThat(context.path("pricing_pack_hash")).isEqualTo(answer.json().at("/pricing_pack/hash"));
        assertThat(context.path("base_currency").asString()).isEqualTo("USD");
        assertThat(context.path("asof")).isEqualTo(answer.json().path("asof"));
    }

    @Test
    void valuation_packRebuiltWithOtherPrices_newOneUsedAndOldOneKept() {
        LocalDate day = LocalDate.of(2026, 9, 4);
        JsonNode before = demo.get(DEMO + "?asof=" + day).json();
        PackContent old = content(before);
        Map<String, BigDecimal> dearer = new HashMap<>(old.prices());
        dearer.replaceAll((symbol, price) -> price.multiply(BigDecimal.TWO));
        PackPublisher publisher = service.bean(PackPublisher.class);

        PackRef rebuilt = publisher.prepare(day, new PackContent(dearer, old.rates()));
        publisher.release(rebuilt, Instant.now());
        PackRef again = publisher.prepare(day, new PackContent(dearer, old.rates()));
        publisher.release(again, Instant.now());
        JsonNode after = demo.get(DEMO + "?asof=" + day).json();

        assertThat(again).isEqualTo(rebuilt);
        assertThat(rebuilt.hash()).isNotEqualTo(before.at("/pricing_pack/hash").asString());
        assertThat(after.at("/pricing_pack/hash").asString()).isEqualTo(rebuilt.hash());
        assertThat(after.path("total_value").decimalValue())
                .isGreaterThan(before.path("total_value").decimalValue());
        assertThat(content(before)).isEqualTo(old);
        assertThat(service.sql()
                        .sql("SELECT superseded_by FROM pricing_packs WHERE content_hash = ?")
                        .param(before.at("/pricing_pack/hash").asString())
                        .query(Long.class)
                        .single())
                .isEqualTo(rebuilt.number());
    }

    @Test
    void hash_storedPack_isThatOfItsContent() {
        JsonNode answer = demo.get(DEMO + "?asof=2026-06-05").json();

        assertThat(content(answer).hash())
                .isEqualTo(answer.at("/pricing_pack/hash").asString());
    }

    private PackContent content(JsonNode answer) {
        String hash = answer.at("/pricing_pack/hash").asString();
        PricingPack pack = service.bean(PackStore.class)
                .load(service.sql()
                        .sql("SELECT pack_no, pack_id, pack_date FROM pricing_packs WHERE content_hash = ?")
                        .param(hash)
                        .query((row, number) ->
                                new PackRef(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class), hash))
                        .single());
        return pack.content();
    }
}
