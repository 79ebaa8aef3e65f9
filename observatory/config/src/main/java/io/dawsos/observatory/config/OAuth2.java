package io.dawsos.observatory.config;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2.0's client credentials grant (RFC 6749, 4.4). The token is kept until ten seconds before it expires. The
 * client proves itself by a header, and, where the server refuses that, in the form.
 */
final class OAuth2 implements Credentials {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration EARLY = Duration.ofSeconds(10);
    private static final long MAX_RESPONSE = 1 << 20;

    private final String clientId;
    private final SecretSource clientSecret;
    private final List<String> scopes;
    private final Map<String, String> parameters;
    private final URI tokenUrl;
    private final HttpClientConfig transport;
    private final InstantSource clock;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Token token;
    private boolean secretInForm;

    private record Token(Secret header, Secret clientSecret, Instant renewal) {}

    private OAuth2(ConfigMap map, SecretSource clientSecret, InstantSource clock) {
        this.clientId = required(map, "client_id");
        this.clientSecret = clientSecret;
        this.scopes = map.list("scopes").stream().map(ConfigNode::string).toList();
        this.parameters = map.strings("endpoint_params");
        required(map, "token_url");
        this.tokenUrl = HttpAddress.read(map.need("token_url"));
        this.transport = HttpClientConfig.readTransport(map);
        this.clock = clock;
    }

    static OAuth2 read(ConfigMap map, InstantSource clock) {
        CredentialsReader.unsupportedReferences(map, "client_secret_ref");
        for (String key : List.of(
                "client_certificate_key",
                "client_certificate_key_file",
                "client_certificate_key_id",
                "grant_type",
                "iss",
                "audience",
                "claims",
                "signature_algorithm")) {
            map.unsupported(key, "the client proves itself by client_secret or client_secret_file");
        }
        SecretSource secret = SecretSource.of(map, "client_secret", "client_secret_file");
        if (secret == null) {
            throw map.problem("\"client_secret\" or \"client_secret_file\" is missing");
        }
        OAuth2 oauth2 = new OAuth2(map, secret, clock);
        map.end();
        return oauth2;
    }

    private static String required(ConfigMap map, String key) {
        String value = map.string(key, "");
        if (value.isEmpty()) {
            throw map.problem("\"" + key + "\" is missing");
        }
        return value;
    }

    @Override
    public void put(HttpRequest.Builder request) throws IOException {
        request.setHeader("Authorization", header().value());
    }

    private Secret header() throws IOException {
        lock.lock();
        try {
            Secret secret = clientSecret.read();
            if (token == null
                    || !token.clientSecret().equals(secret)
                    || !clock.instant().isBefore(token.renewal())) {
                token = fetch(secret);
            }
            return token.header();
        } finally {
            lock.unlock();
        }
    }

    private Token fetch(Secret secret) throws IOException {
        HttpResponse<byte[]> response = ask(secret, secretInForm);
        if (!secretInForm && (response.statusCode() == 400 || response.statusCode() == 401)) {
            HttpResponse<byte[]> second = ask(secret, true);
            secretInForm = second.statusCode() == 200;
            response = second;
        }
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    "oauth2: " + tokenUrl.getHost() + " gave no token, but status " + response.statusCode());
        }
        return token(secret, new String(response.body(), StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> ask(Secret secret, boolean inForm) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(tokenUrl)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form(secret, inForm)));
        if (!inForm) {
            request.setHeader("Authorization", Basic.header(encoded(clientId), encoded(secret.value())));
        }
        try {
            return transport
                    .client()
                    .send(
                            request.build(),
                            info -> BodySubscribers.limiting(
                                    BodyHandlers.ofByteArray().apply(info), MAX_RESPONSE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("oauth2: interrupted while asking for a token", e);
        }
    }

    private String form(Secret secret, boolean inForm) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        if (!scopes.isEmpty()) {
            fields.put("scope", String.join(" ", scopes));
        }
        if (inForm) {
            fields.put("client_id", clientId);
            fields.put("client_secret", secret.value());
        }
        fields.putAll(parameters);
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** JSON is YAML too. */
    private Token token(Secret secret, String json) throws IOException {
        try {
            ConfigMap map =
                    ConfigFile.parse("answer of " + tokenUrl.getHost(), json).map();
            String type = map.string("token_type", "Bearer");
            String header = (type.equalsIgnoreCase("bearer") ? "Bearer" : type) + " "
                    + map.need("access_token").string();
            long seconds = map.integer("expires_in", 0);
            return new Token(
                    new Secret(header),
                    secret,
                    seconds <= 0
                            ? Instant.MAX
                            : clock.instant().plusSeconds(seconds).minus(EARLY));
        } catch (ConfigException e) {
            // Its text is dropped: the answer holds the token.
            throw new IOException("oauth2: " + tokenUrl.getHost() + " gave an answer that is no token");
        }
    }
}
