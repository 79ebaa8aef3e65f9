package io.dawsos.observatory.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.dawsos.observatory.config.TestServer.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    private static Path folder;

    private static TestCertificate server;
    private static TestCertificate client;
    private static TestServer open;

    @BeforeAll
    static void start() throws Exception {
        server = TestCertificate.make(folder, "EC", "dns:metrics.example,dns:localhost", "-groupname", "secp256r1");
        client = TestCertificate.make(folder, "RSA", "dns:client");
        open = TestServer.https(server.serverContext(client), false, _ -> Answer.ok("secure"));
    }

    @AfterAll
    static void stop() {
        open.close();
    }

    private static String get(String tls, TestServer from, String host) throws Exception {
        HttpClientConfig config = HttpClientConfig.read(
                ConfigFile.parse("a.yml", "tls_config: " + tls).map());
        return config.client()
                .send(HttpRequest.newBuilder(from.uri(host, "/")).build(), BodyHandlers.ofString())
                .body();
    }

    private static Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String ca() throws Exception {
        return "ca_file: '" + file("ca.pem", server.certificatePem()) + "'";
    }

    @Test
    void server_ofAKnownAuthority_isBelieved() throws Exception {
        assertThat(get("{" + ca() + "}", open, "localhost")).isEqualTo("secure");
    }

    @Test
    void server_unknown_isNotBelieved() {
        assertThatIOException().isThrownBy(() -> get("{}", open, "localhost"));
    }

    @Test
    void server_unknown_isBelievedWhereItShallBe() throws Exception {
        assertThat(get("{insecure_skip_verify: true}", open, "127.0.0.1")).isEqualTo("secure");
    }

    @Test
    void server_ofAnotherName_isBelievedByServerNameOnly() throws Exception {
        assertThatIOException().isThrownBy(() -> get("{" + ca() + "}", open, "127.0.0.1"));
        assertThat(get("{" + ca() + ", server_name: metrics.example}", open, "127.0.0.1"))
                .isEqualTo("secure");
        assertThatIOException().isThrownBy(() -> get("{" + ca() + ", server_name: other.example}", open, "127.0.0.1"));
    }

    @Test
    void client_withCertificate_isBelieved() throws Exception {
        Path certificate = file("client.pem", client.certificatePem());
        Path key = file("client.key", client.keyPem());
        try (TestServer strict = TestServer.https(server.serverContext(client), true, _ -> Answer.ok("known"))) {
            String own = ", cert_file: '" + certificate + "', key_file: '" + key + "'";

            assertThat(get("{" + ca() + own + "}", strict, "localhost")).isEqualTo("known");
            assertThatIOException().isThrownBy(() -> get("{" + ca() + "}", strict, "localhost"));
        }
    }

    @Test
    void authority_fileChanges_isReadAnew() throws Exception {
        Path file = file("changing.pem", client.certificatePem());
        HttpClientConfig config =
                HttpClientConfig.read(ConfigFile.parse("a.yml", "tls_config: {ca_file: '" + file + "'}")
                        .map());
        HttpRequest request = HttpRequest.newBuilder(open.uri("localhost", "/")).build();
        assertThatIOException().isThrownBy(() -> config.client().send(request, BodyHandlers.ofString()));

        Files.writeString(file, server.certificatePem());

        assertThat(config.client().send(request, BodyHandlers.ofString()).body())
                .isEqualTo("secure");
    }

    @Test
    void pem_olderForms_giveTheSameKey() throws Exception {
        byte[] rsa = client.key().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(rsa, 26, rsa.length);
        byte[] scalar = scalar(server.key().getEncoded());
        byte[] sec1 = new byte[7 + 32 + 12];
        byte[] head = {0x30, 49, 2, 1, 1, 4, 32};
        byte[] curve = {(byte) 0xa0, 10, 6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};
        System.arraycopy(head, 0, sec1, 0, head.length);
        System.arraycopy(scalar, 0, sec1, 7, 32);
        System.arraycopy(curve, 0, sec1, 39, curve.length);

        assertThat(Pem.privateKey(TestCertificate.pem("RSA PRIVATE KEY", pkcs1)))
                .isEqualTo(client.key());
        assertThat(((ECPrivateKey) Pem.privateKey(TestCertificate.pem("EC PRIVATE KEY", sec1))).getS())
                .isEqualTo(((ECPrivateKey) server.key()).getS());
    }

    private static byte[] scalar(byte[] pkcs8) throws Exception {
        byte[] s = ((ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)))
                .getS()
                .toByteArray();
        byte[] scalar = new byte[32];
        int length = Math.min(32, s.length);
        System.arraycopy(s, s.length - length, scalar, 32 - length, length);
        return scalar;
    }
}
