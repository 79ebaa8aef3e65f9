package io.dawsos.portfolio.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An issuer of tokens as companies have them: OpenID Connect discovery, and its open keys, over real HTTP. */
final class OutsideIssuer implements AutoCloseable {

    private final HttpServer server;
    private final List<JWK> keys = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    OutsideIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(keys).toString(true)));
        server.start();
    }

    /** The value of {@code iss}, and of {@code DAWSOS_JWT_ISSUER}. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers nothing but 503 from now on, or as usual again. */
    void setAway(boolean away) {
        this.away = away;
    }

    /** A new key pair, whose open half is told to those who ask. */
    RSAKey rsaKey(String id) throws JOSEException {
        return told(new RSAKeyGenerator(2048).keyID(id).generate());
    }

    ECKey ecKey(String id) throws JOSEException {
        return told(new ECKeyGenerator(Curve.P_256).keyID(id).generate());
    }

    private <K extends JWK> K told(K key) {
        keys.add(key);
        return key;
    }

    /** Claims that are good for ten minutes. */
    JWTClaimsSet.Builder claims(String user, @Nullable String role) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(user)
                .issuer(address())
                .audience("dawsos-portfolio")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        return role == null ? claims : claims.claim("roles", List.of("auditor", role));
    }

    static String signed(JWTClaimsSet.Builder claims, JWK key) throws JOSEException {
        boolean rsa = key instanceof RSAKey;
        JWSSigner signer = rsa ? new RSASSASigner(key.toRSAKey()) : new ECDSASigner(key.toECKey());
        JWSAlgorithm algorithm = rsa ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private String discovery() {
        return JsonMapper.shared()
                .writeValueAsString(java.util.Map.of(
                        "issuer", address(),
                        "jwks_uri", address() + "/keys",
                        "authorization_endpoint", address() + "/authorize",
                        "token_endpoint", address() + "/token",
                        "response_types_supported", List.of("code"),
                        "subject_types_supported", List.of("public"),
                        "id_token_signing_alg_values_supported", List.of("RS256", "ES256")));
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            if (away) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
