package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.demo.DemoMarket;
import io.dawsos.portfolio.security.Role;
import io.dawsos.portfolio.simulator.MarketSimulator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Builds as they are asked for and watched over HTTP, by a service on the demo and a market simulator. */
class PackBuildApiTest {

    private static MarketSimulator simulator;
    private static Service service;
    private static Client admin;

    @BeforeAll
    static void start() throws IOException {
        simulator = MarketSimulator.start(0, DemoMarket.load(LocalDate.now(Clock.systemUTC())), Clock.systemUTC());
        service = Service.apart(
                Service.shared(),
                "pack_builds",
                Map.of("DAWSOS_SIMULATOR_PORT", simulator.address().getPort(), "DAWSOS_QUOTES_EVERY", "24h"));
        admin = service.as("root", Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        service.close();
        simulator.close();
    }

    @Test
    void post_byAdmin_buildsAndShowsHowItGoes() {
        Client.Answer asked = admin.post("/v1/pricing-packs", "");

        assertThat(asked.status()).isEqualTo(202);
        String location = asked.header("Location");
        assertThat(location)
                .isEqualTo("/v1/pricing-packs/builds/" + asked.json().path("id").asString());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !admin.get(location).json().path("ended_at").isNull());
        JsonNode build = admin.get(location).json();
        assertThat(build.path("state").asString()).as(build.toString()).isEqualTo("fresh");
        assertThat(build.path("step").asString()).isEqualTo("alerts");
        assertThat(build.path("price_sources").asString()).isEqualTo("polygon");
        assertThat(build.path("asked_by").asString()).isEqualTo("root");
        String hash = service.sql()
                .sql("SELECT content_hash FROM pricing_packs WHERE pack_id = ? AND status = 'fresh'"
                        + " AND superseded_by IS NULL")
                .param(build.path("pack_id").asString())
                .query(String.class)
                .single();
        assertThat(build.path("hash").asString()).isEqualTo(hash);
        assertThat(admin.get("/v1/pricing-packs/builds").json().get(0)).isEqualTo(build);
    }

    @Test
    void post_byOthers_isForbidden() {
        assertThat(service.as("demo", Role.MANAGER)
                        .post("/v1/pricing-packs", "")
                        .status())
                .isEqualTo(403);
        assertThat(service.as("demo", Role.USER).get("/v1/pricing-packs/builds").status())
                .isEqualTo(403);
        assertThat(service.asNobody().post("/v1/pricing-packs", "").status()).isEqualTo(401);
    }

    @Test
    void post_dayThatHasNotComeOrIsNone_isRefused() {
        Client.Answer future = admin.post("/v1/pricing-packs?date=2999-01-01", "");

        assertThat(future.status()).isEqualTo(422);
        assertThat(future.problem()).isEqualTo("bad-date");
        assertThat(admin.post("/v1/pricing-packs?date=tomorrow", "").status()).isEqualTo(400);
    }

    @Test
    void get_noSuchBuild_is404() {
        assertThat(admin.get("/v1/pricing-packs/builds/00000000-0000-4000-8000-000000000000")
                        .status())
                .isEqualTo(404);
        assertThat(admin.get("/v1/pricing-packs/builds/x").status()).isEqualTo(404);
    }
}
