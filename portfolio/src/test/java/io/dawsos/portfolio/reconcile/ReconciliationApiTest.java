package io.dawsos.portfolio.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.pricing.PackContent;
import io.dawsos.portfolio.pricing.PackStore;
import io.dawsos.portfolio.pricing.PricingPack;
import io.dawsos.portfolio.security.Role;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The service with the whole demo and the demo's ledger. */
class ReconciliationApiTest {

    private static Service service;

    @BeforeAll
    static void startService() {
        service = Service.beside(Service.shared(), null, Map.of("DAWSOS_LEDGER", "demo"));
    }

    @AfterAll
    static void stopService() {
        service.close();
    }

    /** The newest pack, as it is in the database. */
    private static PricingPack pack() {
        JdbcClient sql = service.sql();
        String id = service.bean(PackStore.class).latestId().orElseThrow();
        long number = sql.sql("SELECT pack_no FROM pricing_packs WHERE pack_id = ? AND superseded_by IS NULL")
                .param(id)
                .query(Long.class)
                .single();
        Map<String, BigDecimal> prices = new HashMap<>();
        sql.sql("SELECT symbol, price FROM prices JOIN securities USING (security_no) WHERE pack_no = ?")
                .param(number)
                .query(row -> {
                    prices.put(row.getString(1), row.getBigDecimal(2));
                });
        Map<String, BigDecimal> rates = new HashMap<>();
        sql.sql("SELECT currency, usd FROM fx_rates WHERE pack_no = ?")
                .param(number)
                .query(row -> {
                    rates.put(row.getString(1), row.getBigDecimal(2));
                });
        PackContent content = new PackContent(prices, rates);
        return new PricingPack(id, content.hash(), content);
    }

    @Test
    void demo_reconcilesWithItsLedger_alsoAfterATradeByTheApi() {
        Reconciler reconciler = service.bean(Reconciler.class);
        ReconciliationReport before = reconciler.reconcile(pack());
        assertThat(before.differences()).isEmpty();
        assertThat(before.outcome()).isEqualTo(ReconciliationOutcome.AGREED);
        assertThat(before.portfolios()).isGreaterThanOrEqualTo(200);

        JsonNode valued = service.as("demo", Role.USER)
                .get("/v1/portfolios/00000000-0000-4000-8000-000000000001/valuation")
                .json();
        assertThat(valued.at("/context/ledger_commit_hash").asString()).isEqualTo(before.ledgerCommitHash());

        Client trader = service.as("reconciled", Role.USER);
        String portfolio = trader.newPortfolio("EUR");
        Client.Answer booked = trader.post(portfolio + "/trades", """
                {"action":"buy","symbol":"SYN004","quantity":3.25,"price":10.01,"date":"%s"}
                """.formatted(before.asof()));
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);

        ReconciliationReport after = reconciler.reconcile(pack());
        assertThat(after.differences()).isEmpty();
        assertThat(after.ledgerCommitHash()).isNotEqualTo(before.ledgerCommitHash());
    }

    @Test
    void report_isAnsweredToThoseWhoSeeAll() {
        ReconciliationReport report = service.bean(Reconciler.class).reconcile(pack());

        for (Role role : new Role[] {Role.ADMIN, Role.MANAGER}) {
            JsonNode one = service.as("boss", role)
                    .get("/v1/reconciliations/" + report.id())
                    .json();
            assertThat(one.path("id").asString()).isEqualTo(report.id().toString());
            assertThat(one.path("ok").asBoolean()).isTrue();
            assertThat(one.path("outcome").asString()).isEqualTo("agreed");
            assertThat(one.path("pricing_pack_id").asString()).isEqualTo(report.packId());
            assertThat(one.path("ledger_commit_hash").asString()).isEqualTo(report.ledgerCommitHash());
            assertThat(one.path("differences").isArray()).isTrue();
        }
        for (Role role : new Role[] {Role.USER, Role.VIEWER}) {
            assertThat(service.as("demo", role)
                            .get("/v1/reconciliations/" + report.id())
                            .status())
                    .isEqualTo(403);
            assertThat(service.as("demo", role).get("/v1/reconciliations").status())
                    .isEqualTo(403);
        }
        assertThat(service.asNobody().get("/v1/reconciliations").status()).isEqualTo(401);
    }

    @Test
    void reports_areListedNewestFirstInPages() {
        Reconciler reconciler = service.bean(Reconciler.class);
        ReconciliationReport older = reconciler.reconcile(pack());
        ReconciliationReport newer = reconciler.reconcile(pack());
        Client admin = service.as("boss", Role.ADMIN);

        JsonNode first = admin.get("/v1/reconciliations?limit=1").json();
        JsonNode second = admin.get(first.path("next").asString()).json();

        assertThat(first.at("/items/0/id").asString()).isEqualTo(newer.id().toString());
        assertThat(first.at("/items/0/differences").isMissingNode()).isTrue();
        assertThat(second.at("/items/0/id").asString()).isEqualTo(older.id().toString());
    }

    @Test
    void report_thatIsNotThere_is404_andABadLimit422() {
        Client admin = service.as("boss", Role.ADMIN);

        assertThat(admin.get("/v1/reconciliations/00000000-0000-4000-8000-000000000009")
                        .status())
                .isEqualTo(404);
        assertThat(admin.get("/v1/reconciliations/%3Cscript%3E").status()).isEqualTo(404);
        assertThat(admin.get("/v1/reconciliations?limit=0").problem()).isEqualTo("bad-limit");
    }
}
