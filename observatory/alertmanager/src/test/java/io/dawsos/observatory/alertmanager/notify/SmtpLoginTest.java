package io.dawsos.observatory.alertmanager.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.stage.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that offers ways to log in, and keeps what it was told. */
class SmtpLoginTest {
    private static String receiver(SmtpServer server, String more) {
        return "email_configs: [{to: a@example.org, from: b@example.org, smarthost: '127.0.0.1:" + server.port()
                + "', require_tls: false, auth_username: tim" + more + "}]";
    }

    /** The challenge and the digest are RFC 2195's. */
    @Test
    void login_cramMd5_answersTheChallenge() throws Exception {
        try (SmtpServer server = new SmtpServer("CRAM-MD5 PLAIN")) {
            assertThat(Notifications.send(
                            receiver(server, ", auth_secret: tanstaaftanstaaf, auth_password: other"),
                            Notifications.firing()))
                    .isEqualTo(Delivery.delivered());
            assertThat(server.heard()).contains("AUTH CRAM-MD5", "dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CRAM-MD5 PLAIN LOGIN, AUTH PLAIN aWRlbnRpdHkAdGltAHB3",
        "LOGIN PLAIN, AUTH LOGIN",
        "XOAUTH2 PLAIN, AUTH PLAIN aWRlbnRpdHkAdGltAHB3"
    })
    void login_password_takesTheFirstWayThatItIsFor(String offered, String expected) throws Exception {
        try (SmtpServer server = new SmtpServer(offered)) {
            assertThat(Notifications.send(
                            receiver(server, ", auth_password: pw, auth_identity: identity"), Notifications.firing()))
                    .isEqualTo(Delivery.delivered());
            assertThat(server.heard()).contains(expected);
        }
    }

    @Test
    void login_noWayInCommon_saysSo() throws Exception {
        try (SmtpServer server = new SmtpServer("CRAM-MD5")) {
            assertThat(Notifications.send(receiver(server, ", auth_password: pw"), Notifications.firing()))
                    .isEqualTo(Delivery.failed("mail: the server offers the ways to log in \"CRAM-MD5\","
                            + " and of these the configuration has no secret for: CRAM-MD5"));
        }
    }

    @ParameterizedTest
    @CsvSource({"450, true", "550, false"})
    void recipient_refused_isRetriedOnlyWhenTheServerSaysSo(int code, boolean retryable) throws Exception {
        try (SmtpServer server = new SmtpServer("PLAIN")) {
            server.answerRecipients(code);
            assertThat(Notifications.send(receiver(server, ", auth_password: pw"), Notifications.firing()))
                    .isInstanceOfSatisfying(Delivery.Failed.class, failed -> assertThat(failed.retryable())
                            .isEqualTo(retryable));
        }
    }

    @Test
    void startTls_certificateBelievedOrNot_isSentOrNot() throws Exception {
        try (SmtpServer server = new SmtpServer("PLAIN")) {
            String receiver = "email_configs: [{to: a@example.org, from: b@example.org, smarthost: '127.0.0.1:"
                    + server.port() + "', tls_config: {insecure_skip_verify: %s}}]";
            assertThat(Notifications.send(receiver.formatted("false"), Notifications.firing()))
                    .isInstanceOf(Delivery.Failed.class);
            assertThat(server.heard()).contains("STARTTLS").doesNotContain("DATA");
            assertThat(Notifications.send(receiver.formatted("true"), Notifications.firing()))
                    .isEqualTo(Delivery.delivered());
            assertThat(server.heard()).contains("DATA");
        }
    }
}
