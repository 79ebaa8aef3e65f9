package io.dawsos.portfolio.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Folders;
import io.dawsos.portfolio.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token that is not good is refused with the reason. */
class TokensTest {

    private static final String PATH = "/v1/portfolios";

    private final Service service = Service.shared();
    private final SigningKey key = service.tokens().key();

    @Test
    void none_refusedSayingHowToGetOne() {
        Client.Answer answer = service.asNobody().get(PATH);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("a bearer token is wanted; ./dawsos token --user demo --role USER makes one");
    }

    @Test
    void expired_refusedSayingWhen() {
        refused(service.expiredToken("demo"), "the token expired at 20");
    }

    @Test
    void forged_refused() throws Exception {
        SigningKey other = SigningKey.readOrCreate(Folders.temporary());

        refused(
                new TokenIssuer(other, Clock.systemUTC()).issue("demo", Role.ADMIN, Duration.ofHours(1)),
                "the token's signature does not fit the key that is trusted here");
    }

    @Test
    void changed_refused() {
        String[] user =
                service.tokens().issue("demo", Role.USER, Duration.ofHours(1)).split("\\.", 3);
        String[] admin =
                service.tokens().issue("demo", Role.ADMIN, Duration.ofHours(1)).split("\\.", 3);

        refused(user[0] + "." + admin[1] + "." + user[2], "signature does not fit");
    }

    @Test
    void unsigned_refused() {
        refused(new PlainJWT(claims().build()).serialize(), "not");
    }

    @Test
    void signedWithThePublicKeyAsASecret_refused() throws Exception {
        refused(
                signed(JWSAlgorithm.HS256, new MACSigner(key.open().getEncoded()), claims()),
                "not signed with an algorithm and key that are trusted here");
    }

    @Test
    void forOthersOrFromOthers_refusedNamingTheClaim() throws Exception {
        refused(own(claims().audience("payroll")), "the token's aud must hold \"dawsos-portfolio\"");
        refused(own(claims().issuer("evil")), "the token's iss must be \"dawsos\"");
        refused(own(claims().expirationTime(null)), "the token must have an exp");
        refused(own(claims().subject(" ")), "sub must be a user id");
    }

    @Test
    void garbage_refused() {
        refused("garbage", "the token is not a signed JWT");
    }

    @Test
    void goodWithoutAKnownRole_forbidden() throws Exception {
        Client.Answer answer = service.asNobody()
                .withToken(own(claims().claim("roles", List.of("JANITOR"))))
                .get(PATH);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").asString()).endsWith("the token has []");
    }

    private void refused(String token, String reason) {
        Client.Answer answer = service.asNobody().withToken(token).get(PATH);

        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.json().path("detail").asString()).contains(reason);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
    }

    private String own(JWTClaimsSet.Builder claims) throws Exception {
        return signed(JWSAlgorithm.ES256, new ECDSASigner(key.secret()), claims);
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("demo")
                .issuer("dawsos")
                .audience("dawsos-portfolio")
                .claim("roles", List.of("USER"))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }
}
