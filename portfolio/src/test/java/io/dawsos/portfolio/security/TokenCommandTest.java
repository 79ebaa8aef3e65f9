package io.dawsos.portfolio.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {

    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void run_userAndRole_printsOnlyAVerifiableToken() throws Exception {
        assertThat(run("--user", "ann \"the\" admin", "--role", "manager", "--ttl", "30m"))
                .isZero();

        SignedJWT token = SignedJWT.parse(text(out).strip());
        assertThat(token.verify(new ECDSAVerifier(SigningKey.readOrCreate(data).open())))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("ann \"the\" admin");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("MANAGER");
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("dawsos");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("dawsos-portfolio");
        assertThat(Duration.between(
                        token.getJWTClaimsSet().getIssueTime().toInstant(),
                        token.getJWTClaimsSet().getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(text(err)).isEmpty();
    }

    @Test
    void run_wrongArguments_saysWhatAndExits2() {
        assertThat(run("--role", "USER")).isEqualTo(2);
        assertThat(run("--user", "ann", "--role", "KING")).isEqualTo(2);
        assertThat(run("--user", "ann", "--role", "USER", "--ttl", "soon")).isEqualTo(2);
        assertThat(run("--user")).isEqualTo(2);

        assertThat(text(out)).isEmpty();
        assertThat(text(err))
                .contains("--user is missing")
                .contains("--role: wanted one of [ADMIN, MANAGER, USER, VIEWER], got \"KING\"")
                .contains("--ttl: wanted 90s, 30m, 12h or 7d, got \"soon\"")
                .contains("--user wants a value");
    }

    @Test
    void run_keyFileNotAKey_saysSoWithoutItsContent() throws Exception {
        Path key = data.resolve("signing.key");
        Files.writeString(key, "hunter22");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

        assertThat(run("--user", "ann", "--role", "USER")).isEqualTo(1);
        assertThat(text(err)).contains("signing.key: wanted a PKCS#8").doesNotContain("hunter22");
    }

    @Test
    void readOrCreate_manyAtOnce_allHaveTheOneKey() throws Exception {
        ConcurrentLinkedQueue<SigningKey> keys = new ConcurrentLinkedQueue<>();
        List<Thread> starters = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofPlatform().start(() -> keys.add(read())))
                .toList();
        for (Thread starter : starters) {
            starter.join();
        }

        assertThat(keys).hasSize(8);
        assertThat(keys.stream().map(SigningKey::secret).distinct()).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("signing.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    private SigningKey read() {
        try {
            return SigningKey.readOrCreate(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(String... args) {
        return TokenCommand.run(
                args,
                Map.of("DAWSOS_DATA", data.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
