package io.dawsos.portfolio.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlertSettingsTest {

    @Test
    void settings_notGiven_areSafe() {
        AlertSettings settings = AlertSettings.from(_ -> null);
        assertThat(settings.smtp()).isNull();
        assertThat(settings.insideReceivers()).isFalse();
        assertThat(settings.quotesEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.keep()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void smtp_withCredentials_isReadAndNeverPrinted() {
        AlertSettings settings = AlertSettings.from(
                Map.of("DAWSOS_SMTP_URL", "smtp://ann:hunt%3Aer2@mail.example.com?from=a@example.com")::get);
        assertThat(settings.smtp())
                .isEqualTo(new SmtpAddress("mail.example.com", 587, false, true, "ann", "hunt:er2", "a@example.com"));
        assertThat(settings.toString()).doesNotContain("hunt");
    }

    @Test
    void smtp_toThisMachine_needsNoTls() {
        assertThat(SmtpAddress.parse("smtp://127.0.0.1:25").startTls()).isFalse();
        assertThat(SmtpAddress.parse("smtps://mail.example.com").port()).isEqualTo(465);
    }

    @ParameterizedTest
    @CsvSource({
        "DAWSOS_SMTP_URL, http://mail, another scheme",
        "DAWSOS_SMTP_URL, smtp://us er:hunter2@mail, character",
        "DAWSOS_WEBHOOK_PRIVATE, yes, true or false",
        "DAWSOS_QUOTES_EVERY, often, 60s",
        "DAWSOS_QUOTES_EVERY, 500ms, 60s",
        "DAWSOS_QUOTES_EVERY, 0s, 1s to 24h",
        "DAWSOS_OUTBOX_KEEP, 0d, 1d to 3650d",
        "DAWSOS_OUTBOX_KEEP, 12h, 1d to 3650d",
    })
    void setting_wrong_isRefusedByName(String name, String value, String says) {
        assertThatThrownBy(() -> AlertSettings.from(Map.of(name, value)::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(says)
                .hasMessageNotContaining("hunter2");
    }
}
