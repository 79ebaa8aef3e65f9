package io.dawsos.observatory.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.config.TestServer.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpClientConfigTest {
    @TempDir
    private Path folder;

    private static HttpClientConfig config(String yaml) {
        return HttpClientConfig.read(ConfigFile.parse("a.yml", yaml).map());
    }

    private static HttpResponse<String> get(HttpClientConfig config, URI uri) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        config.authorize(request);
        return config.client().send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{basic_auth: {username: u, password: p}}                        | Basic dTpw",
                "{authorization: {credentials: abc}}                             | Bearer abc",
                "{authorization: {type: GenieKey, credentials: abc}}             | GenieKey abc",
                "{bearer_token: abc}                                             | Bearer abc",
                "{}                                                              | ''",
            })
    void authorize_eachKind_putsItsHeader(String yaml, String header) throws Exception {
        try (TestServer server = TestServer.http(_ -> Answer.ok("x"))) {
            get(config(yaml), server.uri("/"));

            assertThat(server.asked().getFirst().authorization()).isEqualTo(header);
            assertThat(server.asked().getFirst().protocol()).isEqualTo("HTTP/1.1");
        }
    }

    @Test
    void authorize_secretInFile_isReadAnew() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "one\n");
        HttpClientConfig config = config("{authorization: {credentials_file: '" + file + "'}}");
        try (TestServer server = TestServer.http(_ -> Answer.ok("x"))) {
            get(config, server.uri("/"));
            Files.writeString(file, "two\n");
            get(config, server.uri("/"));

            assertThat(server.asked().stream().map(TestServer.Asked::authorization))
                    .containsExactly("Bearer one", "Bearer two");
        }
    }

    @Test
    void authorize_fileMissing_isSaidWithoutCalling() {
        HttpClientConfig config = config("{bearer_token_file: '" + folder.resolve("none") + "'}");

        assertThatIOException().isThrownBy(() -> config.authorize(HttpRequest.newBuilder(URI.create("http://a"))));
    }

    @Test
    void headers_ofAllThreeKinds_areSent() throws Exception {
        Path file = Files.writeString(folder.resolve("header"), "c");
        HttpClientConfig config =
                config("{http_headers: {X-Custom: {values: [a], secrets: [b], files: ['" + file + "']}}}");
        try (TestServer server = TestServer.http(_ -> Answer.ok("x"))) {
            get(config, server.uri("/"));

            assertThat(server.asked().getFirst().custom()).isEqualTo("a,b,c");
        }
    }

    @Test
    void redirect_sameHost_keepsCredentials() throws Exception {
        try (TestServer server = TestServer.http(
                asked -> asked.path().equals("/a") ? new Answer(302, "/b", "moved") : Answer.ok("here"))) {
            HttpResponse<String> response = get(config("{bearer_token: t}"), server.uri("/a"));

            assertThat(response.body()).isEqualTo("here");
            assertThat(server.asked().getLast().authorization()).isEqualTo("Bearer t");
        }
    }

    @Test
    void redirect_otherHost_leavesCredentialsBehind() throws Exception {
        AtomicReference<URI> there = new AtomicReference<>(URI.create("http://unset"));
        try (TestServer server = TestServer.http(asked ->
                asked.path().equals("/a") ? new Answer(307, String.valueOf(there.get()), "") : Answer.ok("here"))) {
            there.set(server.uri("localhost", "/b"));
            HttpClientConfig config = config("{bearer_token: t, http_headers: {X-Custom: {secrets: [k]}}}");

            assertThat(get(config, server.uri("/a")).body()).isEqualTo("here");
            assertThat(server.asked().getFirst().custom()).isEqualTo("k");
            assertThat(server.asked().getLast().authorization()).isEmpty();
            assertThat(server.asked().getLast().custom()).isEmpty();
        }
    }

    @Test
    void redirect_endless_isBrokenOff() throws Exception {
        try (TestServer server = TestServer.http(_ -> new Answer(302, "/again", ""))) {
            assertThatIOException()
                    .isThrownBy(() -> get(config("{}"), server.uri("/a")))
                    .withMessage("stopped after 10 redirects");
            assertThat(server.asked()).hasSize(11);
        }
    }

    @Test
    void redirect_notWanted_isTheAnswer() throws Exception {
        try (TestServer server = TestServer.http(_ -> new Answer(302, "/b", "moved"))) {
            HttpResponse<String> response = get(config("{follow_redirects: false}"), server.uri("/a"));

            assertThat(response.statusCode()).isEqualTo(302);
            assertThat(response.body()).isEqualTo("moved");
        }
    }

    @Test
    void redirect_async_isFollowed() throws Exception {
        try (TestServer server = TestServer.http(
                asked -> asked.path().equals("/a") ? new Answer(301, "/b", "") : Answer.ok(asked.method()))) {
            HttpRequest post = HttpRequest.newBuilder(server.uri("/a"))
                    .POST(HttpRequest.BodyPublishers.ofString("x"))
                    .build();

            assertThat(config("{}")
                            .client()
                            .sendAsync(post, BodyHandlers.ofString())
                            .get()
                            .body())
                    .isEqualTo("GET");
        }
    }

    @Test
    void oauth2_token_isKeptUntilItExpires() throws Exception {
        MovedClock clock = new MovedClock(Instant.parse("2024-01-01T00:00:00Z"));
        try (TestServer server = TestServer.http(asked -> asked.path().equals("/token")
                ? Answer.ok("{\"access_token\": \"t" + asked.body().length() + "\", \"expires_in\": 60}")
                : Answer.ok("x"))) {
            HttpClientConfig config = HttpClientConfig.read(
                    ConfigFile.parse("a.yml", oauth2(server)).map(), clock);
            get(config, server.uri("/1"));
            get(config, server.uri("/2"));
            clock.forward(51);
            get(config, server.uri("/3"));

            assertThat(server.asked().stream().map(TestServer.Asked::path))
                    .containsExactly("/token", "/1", "/2", "/token", "/3");
            assertThat(server.asked().getFirst().authorization()).isEqualTo("Basic aWQ6c2VjcmV0");
            assertThat(server.asked().getFirst().body())
                    .isEqualTo("grant_type=client_credentials&scope=a+b&audience=x");
            assertThat(server.asked().getLast().authorization()).startsWith("Bearer t");
        }
    }

    private static String oauth2(TestServer server) {
        return "{oauth2: {client_id: id, client_secret: secret, scopes: [a, b], endpoint_params: {audience: x},"
                + " token_url: '" + server.uri("/token") + "'}}";
    }

    @Test
    void oauth2_serverWantsSecretInForm_getsIt() throws Exception {
        try (TestServer server = TestServer.http(asked -> !asked.path().equals("/token")
                ? Answer.ok("x")
                : asked.body().contains("client_secret=secret")
                        ? Answer.ok("{\"access_token\": \"t\"}")
                        : new Answer(401, "", ""))) {
            get(config(oauth2(server)), server.uri("/1"));

            assertThat(server.asked().getLast().authorization()).isEqualTo("Bearer t");
        }
    }

    @Test
    void oauth2_noToken_isSaidWithoutTheAnswer() throws Exception {
        try (TestServer server = TestServer.http(_ -> Answer.ok("{\"access\": \"hunter2\"}"))) {
            assertThatIOException()
                    .isThrownBy(() -> get(config(oauth2(server)), server.uri("/1")))
                    .withMessage("oauth2: 127.0.0.1 gave an answer that is no token");
        }
    }

    @Test
    void proxy_written_isCalledInstead() throws Exception {
        try (TestServer proxy = TestServer.http(_ -> Answer.ok("proxied"))) {
            HttpClientConfig config = config("{proxy_url: '" + proxy.uri("") + "', no_proxy: '127.0.0.0/8,.internal'}");

            assertThat(get(config, URI.create("http://far.example/x")).body()).isEqualTo("proxied");
            assertThatIOException().isThrownBy(() -> get(config, URI.create("http://a.internal/x")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{bearer_token: a, bearer_token_file: b}         | wanted one of bearer_token and bearer_token_file",
                "{bearer_token: a, basic_auth: {username: u}}    | got basic_auth and bearer_token",
                "{basic_auth: {password: a, password_file: b}}   | wanted one of password and password_file",
                "{basic_auth: {usernam: a}}                      | did you mean \"username\"",
                "{authorization: {type: Basic}}                  | write basic_auth",
                "{oauth2: {client_id: a, token_url: 'http://b'}} | \"client_secret\" or \"client_secret_file\" is missing",
                "{oauth2: {client_id: a, client_secret: b}}      | \"token_url\" is missing",
                "{tls_config: {cert: a}}                         | \"key\" or \"key_file\" is missing",
                "{tls_config: {min_version: SSL3}}               | there are TLS10, TLS11, TLS12, TLS13",
                "{tls_config: {ca: a, ca_file: b}}               | wanted one of ca and ca_file",
                "{proxy_url: 'socks5://a:1'}                     | wanted an address such as",
                "{no_proxy: a}                                   | has no use without proxy_url",
                "{proxy_url: 'http://a:1', proxy_from_environment: true} | wanted one of proxy_from_environment",
                "{http_headers: {Host: {values: [a]}}}           | not to be set here",
            })
    void read_contradiction_isRefused(String yaml, String message) {
        assertThatThrownBy(() -> config(yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void errors_neverShowSecrets() {
        assertThatThrownBy(() -> config("{proxy_url: 'ftp://u:hunter2@a'}"))
                .message()
                .doesNotContain("hunter2");
        assertThatThrownBy(() -> config("{bearer_token: hunter2, bearer_token_file: b}"))
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void client_badCertificates_isSaid() {
        assertThatIOException()
                .isThrownBy(() -> config("{tls_config: {ca: nonsense}}").client())
                .withMessageContaining("BEGIN CERTIFICATE");
    }

    @Test
    void client_nothingChanged_isTheSame() throws IOException {
        HttpClientConfig config = config("{}");

        assertThat(config.client()).isSameAs(config.client());
    }
}
