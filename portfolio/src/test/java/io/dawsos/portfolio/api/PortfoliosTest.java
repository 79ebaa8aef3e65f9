package io.dawsos.portfolio.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class PortfoliosTest {

    private final Service service = Service.shared();

    @Test
    void create_asUser_ownedByTheCallerAndFoundAgain() {
        Client ann = service.as("ann-create", Role.USER);

        Client.Answer made = ann.post("/v1/portfolios", "{\"name\":\"Savings\",\"base_currency\":\"EUR\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("owner").asString()).isEqualTo("ann-create");
        assertThat(ann.get(made.header("Location")).json()).isEqualTo(made.json());
    }

    @Test
    void get_anothersPortfolio_404LikeOneThatIsNot() {
        String path = service.as("ann-own", Role.USER).newPortfolio("EUR");
        Client bob = service.as("bob", Role.USER);

        for (String under : List.of("", "/lots", "/valuation")) {
            assertThat(bob.get(path + under).status()).as(under).isEqualTo(404);
            assertThat(bob.get("/v1/portfolios/" + UUID.randomUUID() + under).status())
                    .as(under)
                    .isEqualTo(404);
        }
        Client.Answer trade =
                bob.post(path + "/trades", "{\"action\":\"buy\",\"symbol\":\"MSFT\",\"quantity\":1,\"price\":1}");
        assertThat(trade.status()).isEqualTo(404);
        assertThat(service.as("ann-own", Role.USER).get(path + "/lots").json().path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"MANAGER", "ADMIN"})
    void get_anothersPortfolioAsManagerOrAdmin_found(Role role) {
        String path = service.as("ann-seen", Role.USER).newPortfolio("EUR");

        assertThat(service.as("boss", role).get(path).status()).isEqualTo(200);
    }

    @Test
    void viewer_ownPortfolio_readsAndMayNotWrite() {
        String path = service.as("vic", Role.USER).newPortfolio("EUR");
        Client viewer = service.as("vic", Role.VIEWER);

        assertThat(viewer.get(path).status()).isEqualTo(200);
        assertThat(viewer.get(path + "/valuation").status()).isEqualTo(200);
        Client.Answer refused =
                viewer.post(path + "/trades", "{\"action\":\"buy\",\"symbol\":\"MSFT\",\"quantity\":1,\"price\":1}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString())
                .isEqualTo("POST needs one of the roles ADMIN, MANAGER, USER, the token has [VIEWER]");
        assertThat(viewer.post("/v1/portfolios", "{}").status()).isEqualTo(403);
    }

    @Test
    void create_forAnother_onlyManagersAndAdmins() {
        String body = "{\"name\":\"x\",\"base_currency\":\"EUR\",\"owner\":\"carol\"}";

        assertThat(service.as("ann", Role.USER).post("/v1/portfolios", body).status())
                .isEqualTo(403);
        Client.Answer made = service.as("boss", Role.MANAGER).post("/v1/portfolios", body);
        assertThat(made.status()).isEqualTo(201);
        assertThat(service.as("carol", Role.USER).get(made.header("Location")).status())
                .isEqualTo(200);
    }

    @Test
    void list_pages_eachOnceInOrder() {
        Client client = service.as("paul", Role.USER);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(client.newPortfolio("USD").replace("/v1/portfolios/", ""));
        }

        List<String> found = new ArrayList<>();
        String next = "/v1/portfolios?limit=3";
        int pages = 0;
        while (!next.isEmpty()) {
            JsonNode page = client.get(next).json();
            page.path("items").forEach(item -> found.add(item.path("id").asString()));
            next = page.path("next").asString("");
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(found).containsExactlyInAnyOrderElementsOf(made).isSorted();
    }

    @Test
    void latestPack_demo_freshWithItsHash() {
        JsonNode pack =
                service.as("ann", Role.USER).get("/v1/pricing-packs/latest").json();

        assertThat(pack.path("id").asString()).matches("PP_\\d{4}-\\d{2}-\\d{2}");
        assertThat(pack.path("status").asString()).isEqualTo("fresh");
        assertThat(pack.path("hash").asString()).matches("[0-9a-f]{64}");
        assertThat(pack.path("prices").asInt()).isEqualTo(250);
    }
}
