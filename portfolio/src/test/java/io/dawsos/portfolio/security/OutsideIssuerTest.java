package io.dawsos.portfolio.security;

import static io.dawsos.portfolio.security.OutsideIssuer.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code DAWSOS_JWT_ISSUER}: tokens of an outside issuer, found and checked over HTTP, and no others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideIssuerTest {

    private static final String PATH = "/v1/portfolios";

    private OutsideIssuer issuer;
    private Service service;
    private RSAKey rsa;
    private ECKey ec;

    @BeforeAll
    void start() throws Exception {
        issuer = new OutsideIssuer();
        rsa = issuer.rsaKey("rsa-1");
        ec = issuer.ecKey("ec-1");
        service = Service.trusting(Service.shared(), issuer.address());
    }

    @AfterAll
    void stop() {
        service.close();
        issuer.close();
    }

    private Client.Answer get(String token) {
        return service.asNobody().withToken(token).get(PATH);
    }

    @Test
    void token_rs256OfTheIssuer_callsAsItsSubjectWithItsRole() throws Exception {
        Client ann = service.asNobody().withToken(signed(issuer.claims("ann-outside", "USER"), rsa));

        String path = ann.newPortfolio("USD");

        assertThat(ann.get(path).status()).isEqualTo(200);
        assertThat(get(signed(issuer.claims("ben-outside", "USER"), rsa)).body())
                .doesNotContain(path);
        assertThat(service.asNobody()
                        .withToken(signed(issuer.claims("ben-outside", "USER"), rsa))
                        .get(path)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void token_es256OfTheIssuer_isTaken() throws Exception {
        assertThat(get(signed(issuer.claims("demo", "USER"), ec)).status()).isEqualTo(200);
    }

    @Test
    void roles_decideWhatIsAllowed() throws Exception {
        Client viewer = service.asNobody().withToken(signed(issuer.claims("vic", "VIEWER"), rsa));
        Client.Answer refused = viewer.post(PATH, "{\"name\":\"p\",\"base_currency\":\"USD\"}");

        assertThat(viewer.get(PATH).status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(get(signed(issuer.claims("none", null), rsa)).status()).isEqualTo(403);
    }

    @Test
    void token_ofAnotherIssuerOrForOthersOrTooOld_isRefusedNamingTheClaim() throws Exception {
        refused(signed(issuer.claims("eve", "ADMIN").issuer("https://evil.example"), rsa), "the token's iss must be");
        refused(signed(issuer.claims("eve", "ADMIN").issuer("dawsos"), ec), "the token's iss must be");
        refused(signed(issuer.claims("eve", "ADMIN").audience("payroll"), rsa), "the token's aud must hold");
        refused(
                signed(
                        issuer.claims("eve", "ADMIN")
                                .expirationTime(Date.from(Instant.now().minusSeconds(3600))),
                        rsa),
                "the token expired at");
    }

    @Test
    void token_signedWithAKeyThatIsNotTheIssuers_isRefused() throws Exception {
        JWK sameName = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        JWK unknown = new ECKeyGenerator(Curve.P_256).keyID("ec-unknown").generate();

        refused(signed(issuer.claims("eve", "ADMIN"), sameName), "signature does not fit");
        refused(signed(issuer.claims("eve", "ADMIN"), unknown), "not signed with an algorithm and key");
    }

    @Test
    void token_ofTheServicesOwnKey_isNotTakenBesideAnOutsideIssuer() {
        refused(Service.shared().tokens().issue("demo", Role.ADMIN, Duration.ofHours(1)), "signature does not fit");
    }

    @Test
    void issuer_signsWithANewKey_isFetched() throws Exception {
        assertThat(get(signed(issuer.claims("demo", "USER"), rsa)).status()).isEqualTo(200);
        RSAKey next = issuer.rsaKey("rsa-2");

        assertThat(get(signed(issuer.claims("demo", "USER"), next)).status()).isEqualTo(200);
    }

    /** What had gone wrong: the first token, while the issuer was away, was answered 500. */
    @Test
    void issuer_awayAtTheFirstToken_503AndRecoversByItself() throws Exception {
        try (OutsideIssuer late = new OutsideIssuer();
                Service waiting = Service.trusting(Service.shared(), late.address())) {
            Client demo = waiting.asNobody().withToken(signed(late.claims("demo", "USER"), late.rsaKey("late")));
            late.setAway(true);

            Client.Answer refused = demo.get(PATH);
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.problem()).isEqualTo("issuer-unavailable");
            assertThat(refused.header("Retry-After")).isNotEmpty();

            late.setAway(false);
            assertThat(demo.get(PATH).status()).isEqualTo(200);

            late.setAway(true);
            assertThat(demo.get(PATH).status()).as("its keys are known").isEqualTo(200);
        }
    }

    private void refused(String token, String reason) {
        Client.Answer answer = get(token);

        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.json().path("detail").asString()).contains(reason);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
    }
}
