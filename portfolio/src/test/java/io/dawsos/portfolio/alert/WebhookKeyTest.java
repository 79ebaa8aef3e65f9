package io.dawsos.portfolio.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookKeyTest {

    /** The vector of Standard Webhooks' reference libraries. */
    @Test
    void signature_ofTheStandardsVector_isTheirs() {
        byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        WebhookSignature signature = WebhookSignature.of(
                key, "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}");
        assertThat(signature.value()).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(signature.timestamp()).isEqualTo("1614265330");
    }

    @Test
    void key_notGiven_isMadeOnceReadableByItsOwnerOnly(@TempDir Path data) throws IOException {
        String first = WebhookKey.of(null, data).textOf("ann");
        assertThat(WebhookKey.of(null, data).textOf("ann")).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("webhook.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keys_ofOwners_differ(@TempDir Path data) throws IOException {
        WebhookKey key = WebhookKey.of(World.WEBHOOK_KEY, data);
        assertThat(key.textOf("ann")).startsWith("whsec_").isNotEqualTo(key.textOf("bob"));
        assertThat(key.textOf("ann"))
                .isEqualTo(WebhookKey.of(World.WEBHOOK_KEY, data).textOf("ann"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2hunter2hunter2hunter2hunter2",
                "whsec_QUJD",
                "whsec_hunter2 hunter2 hunter2 hunter2 hunter2"
            })
    void key_thatIsNone_isRefusedWithoutQuotingIt(String text, @TempDir Path data) {
        assertThatThrownBy(() -> WebhookKey.of(text, data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DAWSOS_WEBHOOK_KEY")
                .hasMessageNotContaining("hunter2");
    }
}
