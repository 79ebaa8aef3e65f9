package io.dawsos.portfolio.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Signs tokens with the service's own key, for people at its console and for tests. */
public record TokenIssuer(SigningKey key, Clock clock) {

    /** A compact JWT. */
    public String issue(String userId, Role role, Duration timeToLive) {
        Instant now = clock.instant();
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.ES256),
                new JWTClaimsSet.Builder()
                        .subject(userId)
                        .issuer(SigningKey.ISSUER)
                        .audience(SigningKey.AUDIENCE)
                        .claim("roles", List.of(role.name()))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(timeToLive)))
                        .build());
        try {
            token.sign(new ECDSASigner(key.secret()));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with " + key, e);
        }
        return token.serialize();
    }
}
