package io.dawsos.portfolio.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderControllerTest {

    private static final Service SERVICE = Service.shared();

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "MANAGER"})
    void providers_askedByWhoLooksAfterThem_areTold(Role role) {
        Client.Answer answer = SERVICE.as("boss", role).get("/v1/providers");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasSize(4);
        assertThat(answer.json().get(1).path("name").stringValue()).isEqualTo("fmp");
        assertThat(answer.json().get(1).path("state").stringValue()).isEqualTo("CLOSED");
        assertThat(answer.json().get(1).path("simulated").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"USER", "VIEWER"})
    void providers_askedByOthers_are403(Role role) {
        assertThat(SERVICE.as("demo", role).get("/v1/providers").status()).isEqualTo(403);
    }

    @Test
    void metrics_nothingAskedYet_haveEveryProviderAtZero() {
        assertThat(SERVICE.asNobody().get("/metrics").body())
                .contains("circuit_breaker_state{provider=\"fred\"} 0.0")
                .contains("provider_requests_total{endpoint=\"eod_bulk\",provider=\"fmp\",status=\"timeout\"} 0.0");
    }
}
