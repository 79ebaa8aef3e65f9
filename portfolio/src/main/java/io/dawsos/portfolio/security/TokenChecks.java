package io.dawsos.portfolio.security;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** What a token must show: signature, algorithm, issuer, audience and time. */
final class TokenChecks {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Set<SignatureAlgorithm> OUTSIDE_ALGORITHMS = Set.of(
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.ES512,
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.PS256);

    private TokenChecks() {}

    /** For tokens signed with the service's own key. */
    static JwtDecoder own(SigningKey key) {
        ECKey jwk = new ECKey.Builder(Curve.P_256, key.open()).build();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(jwk)))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(claims(SigningKey.ISSUER));
        return decoder;
    }

    /**
     * For an outside issuer's tokens. Its keys are fetched with the first token, not at start; while they cannot be,
     * that is said of no token but of the issuer.
     */
    static JwtDecoder of(String issuer) {
        JwtDecoder decoder = whenFirstNeeded(issuer);
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("the issuer " + issuer + " does not answer", e);
            }
        };
    }

    private static JwtDecoder whenFirstNeeded(String issuer) {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                    .jwsAlgorithms(algorithms -> algorithms.addAll(OUTSIDE_ALGORITHMS))
                    .build();
            decoder.setJwtValidator(claims(issuer));
            return decoder;
        });
    }

    private static OAuth2TokenValidator<Jwt> claims(String issuer) {
        return new DelegatingOAuth2TokenValidator<>(List.of(
                TokenChecks::expires,
                new JwtTimestampValidator(CLOCK_SKEW),
                token -> check(
                        issuer.equals(token.getClaimAsString("iss")), "the token's iss must be \"" + issuer + "\""),
                token -> check(
                        token.getAudience() != null && token.getAudience().contains(SigningKey.AUDIENCE),
                        "the token's aud must hold \"" + SigningKey.AUDIENCE + "\"")));
    }

    private static OAuth2TokenValidatorResult expires(Jwt token) {
        return check(token.getExpiresAt() != null, "the token must have an exp");
    }

    private static OAuth2TokenValidatorResult check(boolean holds, String otherwise) {
        return holds
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, null));
    }
}
