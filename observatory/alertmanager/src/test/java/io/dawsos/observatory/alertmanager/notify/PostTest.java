package io.dawsos.observatory.alertmanager.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.stage.Delivery;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers mean, shown with a web hook. */
class PostTest {
    private ReceiverServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ReceiverServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String webhook(String path) {
        return "webhook_configs: [{url: '" + server.address() + path + "'}]";
    }

    @ParameterizedTest
    @CsvSource({
        "500, true",
        "503, true",
        "429, true",
        "408, true",
        "400, false",
        "404, false",
        "403, false",
        "301, false"
    })
    void status_notTwoHundred_isRetriedOnlyWhereItMayPass(int status, boolean retryable) throws IOException {
        server.answer(status, "text/plain", "no\n room ");
        assertThat(Notifications.send(webhook("/x"), Notifications.firing()))
                .isEqualTo(new Delivery.Failed(retryable, "the receiver answered with status " + status + ": no room"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void status_twoHundreds_areDelivered(int status) throws IOException {
        server.answer(status, "text/plain", status == 204 ? "" : "thanks");
        assertThat(Notifications.send(webhook("/x"), Notifications.firing())).isEqualTo(Delivery.delivered());
    }

    @Test
    void answer_never_isGivenUpAtTheDeadline() throws IOException {
        assertThat(Notifications.send(webhook("/hang"), Notifications.within(Duration.ofMillis(200))))
                .isEqualTo(Delivery.failed("no answer within 200 ms"));
    }

    @Test
    void answer_never_isGivenUpAtTheReceiversOwnTime() throws IOException {
        String receiver = "webhook_configs: [{url: '" + server.address() + "/hang', timeout: 150ms}]";
        assertThat(Notifications.send(receiver, Notifications.firing()))
                .isEqualTo(Delivery.failed("no answer within 150 ms"));
    }

    @Test
    void deadline_isOver_nothingIsSent() throws IOException {
        assertThat(Notifications.send(webhook("/x"), Notifications.within(Duration.ZERO)))
                .isEqualTo(Delivery.failed("no time was left to send it"));
        assertThat(server.nextNow()).isNull();
    }

    @Test
    void server_notThere_isRetriedAndNotNamed() throws IOException {
        String receiver = webhook("/services/T000/token");
        server.close();
        assertThat(Notifications.send(receiver, Notifications.firing()))
                .isInstanceOfSatisfying(Delivery.Failed.class, failed -> {
                    assertThat(failed.retryable()).isTrue();
                    assertThat(failed.reason()).isNotBlank().doesNotContain("token");
                });
    }

    @Test
    void answer_repeatsTheAddress_secretIsTakenOut() throws IOException {
        String path = "/services/T000/token";
        server.answer(400, "text/plain", "bad request to " + server.address() + path + ", " + path);
        assertThat(Notifications.send(webhook(path), Notifications.firing()))
                .isEqualTo(
                        Delivery.refused("the receiver answered with status 400: bad request to <secret>, <secret>"));
    }

    @Test
    void answer_long_isCut() throws IOException {
        server.answer(500, "text/plain", "x".repeat(1_000_000));
        assertThat(Notifications.send(webhook("/x"), Notifications.firing()))
                .isInstanceOfSatisfying(Delivery.Failed.class, failed -> assertThat(failed.reason())
                        .hasSizeLessThan(400));
    }

    @Test
    void template_cannotBeExecuted_isRefusedWithThePlace() throws IOException {
        String receiver = "slack_configs: [{api_url: '" + server.address() + "', channel: c, title: '{{ .Nope }}'}]";
        assertThat(Notifications.send(receiver, Notifications.firing()))
                .isInstanceOfSatisfying(Delivery.Failed.class, failed -> {
                    assertThat(failed.retryable()).isFalse();
                    assertThat(failed.reason()).startsWith("slack: template:1:4: the data have no field Nope");
                });
    }

    @Test
    void token_holdsALinesEnd_isRefusedAndNotShown() throws IOException {
        String receiver = "slack_configs: [{app_url: '" + server.address() + "', app_token: \"to\\nken\", channel: c}]";
        assertThat(Notifications.send(receiver, Notifications.firing()))
                .isInstanceOfSatisfying(Delivery.Failed.class, failed -> {
                    assertThat(failed.retryable()).isFalse();
                    assertThat(failed.reason()).doesNotContain("ken").contains("a header of the receiver's settings");
                });
    }
}
