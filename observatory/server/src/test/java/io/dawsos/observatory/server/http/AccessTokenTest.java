package io.dawsos.observatory.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokenTest {
    @TempDir
    Path folder;

    @Test
    void in_fileAbsent_makesOneForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("inner/token");
        AccessToken token = AccessToken.in(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(token.isShownBy("Bearer " + Files.readString(file).strip())).isTrue();
        assertThat(token).hasToString("<secret>");
    }

    @Test
    void isShownBy_bearerOrPassword_onlyTheTokenPasses() throws IOException {
        AccessToken token = AccessToken.in(Files.writeString(folder.resolve("token"), "0123456789abcdef\n"));
        assertThat(token.isShownBy("Bearer 0123456789abcdef")).isTrue();
        assertThat(token.isShownBy("Basic " + base64("any:0123456789abcdef"))).isTrue();
        assertThat(token.isShownBy("Basic " + base64("0123456789abcdef:any"))).isFalse();
        assertThat(token.isShownBy("Bearer 0123456789abcdeF")).isFalse();
        assertThat(token.isShownBy("Basic ???")).isFalse();
        assertThat(token.isShownBy("")).isFalse();
    }

    @Test
    void in_tokenTooShort_isRefusedWithoutShowingIt() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "hunter2\n");
        assertThatThrownBy(() -> AccessToken.in(file))
                .hasMessageContaining("16 characters or more, got 7")
                .hasMessageNotContaining("hunter2");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
