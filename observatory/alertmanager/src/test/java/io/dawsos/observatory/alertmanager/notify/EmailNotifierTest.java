package io.dawsos.observatory.alertmanager.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real mail server. */
class EmailNotifierTest {
    private GreenMail server;
    private int port;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String receiver(String more) {
        return receiver("ops@example.org", more);
    }

    private String receiver(String to, String more) {
        return "email_configs: [{to: '" + to + "', from: 'Alerts é <am@example.org>'," + " smarthost: '127.0.0.1:"
                + port + "', require_tls: false" + more + "}]";
    }

    private static String body(MimeMessage mail, int part) throws Exception {
        BodyPart body = ((MimeMultipart) mail.getContent()).getBodyPart(part);
        return body.getContent().toString();
    }

    @Test
    void send_defaults_isAMultipartMailWithHtml() throws Exception {
        assertThat(Notifications.send(receiver("Ops <ops@example.org>, b@example.org", ""), Notifications.firing()))
                .isEqualTo(Delivery.delivered());
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(mail.getSubject()).isEqualTo("[FIRING:2] Slow (api)");
        assertThat(mail.getFrom()[0]).hasToString("=?UTF-8?Q?Alerts_=C3=A9?= <am@example.org>");
        assertThat(mail.getAllRecipients()).hasSize(2);
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(body(mail, 0)).contains("[2] Firing", "p95 is &lt;1.2 s");
        assertThat(mail.getSentDate()).isEqualTo(Notifications.NOW);
    }

    @Test
    void send_textAndHeaders_areFilled() throws Exception {
        Notifications.send(
                receiver(", text: 'plain {{ .Status }} é', html: '<b>{{ .Status }}</b>',"
                        + " headers: {subject: 'é {{ .Status }}', X-Team: \"a\\r\\nBcc: x@y\"}"),
                Notifications.resolved());
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(body(mail, 0)).isEqualTo("plain resolved é");
        assertThat(body(mail, 1)).isEqualTo("<b>resolved</b>");
        assertThat(mail.getSubject()).isEqualTo("é resolved");
        assertThat(mail.getHeader("X-Team")).containsExactly("a Bcc: x@y");
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @Test
    void send_twiceTheSame_hasTheSameIdentity() throws Exception {
        Notifications.send(receiver(""), Notifications.firing());
        Notifications.send(receiver(""), Notifications.firing());
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails[0].getMessageID())
                .isEqualTo(mails[1].getMessageID())
                .matches("<[0-9a-f]{32}\\.[0-9]+@example\\.org>");
    }

    @Test
    void threading_ofAGroup_refersToTheSameMail() throws Exception {
        Notifications.send(receiver(", threading: {enabled: true}"), Notifications.firing());
        Notifications.send(receiver(", threading: {enabled: true, thread_by_date: daily}"), Notifications.resolved());
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails[0].getHeader("References")[0]).matches("<alert-[0-9a-f]{16}-@alertmanager>");
        assertThat(mails[0].getHeader("In-Reply-To")).isEqualTo(mails[0].getHeader("References"));
        assertThat(mails[1].getHeader("References")[0]).matches("<alert-[0-9a-f]{16}-2024-11-24@alertmanager>");
    }

    @Test
    void login_rightPassword_isSent() throws Exception {
        server.setUser("am@example.org", "am", "right");
        assertThat(Notifications.send(receiver(", auth_username: am, auth_password: right"), Notifications.firing()))
                .isEqualTo(Delivery.delivered());
    }

    @Test
    void login_wrongPassword_isRetriedAndNotShown() throws Exception {
        server.setUser("am@example.org", "am", "right");
        assertThat(Notifications.send(
                        receiver(", auth_username: am, auth_password: wrong-one"), Notifications.firing()))
                .isEqualTo(Delivery.failed("mail: the mail server refused the login with code 535"));
    }

    @Test
    void addresses_bad_areRefused() throws Exception {
        String receiver = "email_configs: [{to: 'no address', from: a@b, smarthost: '127.0.0.1:" + port
                + "', require_tls: false}]";
        assertThat(Notifications.send(receiver, Notifications.firing()))
                .isInstanceOfSatisfying(Delivery.Failed.class, failed -> {
                    assertThat(failed.retryable()).isFalse();
                    assertThat(failed.reason()).startsWith("mail: to is no list of addresses");
                });
    }

    @Test
    void tls_requiredAndNotOffered_isNotSent() throws Exception {
        String receiver = "email_configs: [{to: a@b, from: a@b, smarthost: '127.0.0.1:" + port + "'}]";
        assertThat(Notifications.send(receiver, Notifications.firing()))
                .isInstanceOfSatisfying(Delivery.Failed.class, failed -> {
                    assertThat(failed.retryable()).isTrue();
                    assertThat(failed.reason()).contains("STARTTLS is required");
                });
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void server_saysNothing_isGivenUpAtTheDeadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            String receiver = "email_configs: [{to: a@b, from: a@b, smarthost: '127.0.0.1:" + silent.getLocalPort()
                    + "', require_tls: false}]";
            assertThat(Notifications.send(receiver, Notifications.within(Duration.ofMillis(300))))
                    .isInstanceOfSatisfying(Delivery.Failed.class, failed -> assertThat(failed.retryable())
                            .isTrue());
        }
    }

    @Test
    void tls_implicit_isSpokenFromTheStart() throws Exception {
        GreenMail tls = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        tls.start();
        try {
            String receiver = "email_configs: [{to: a@b.c, from: d@b.c, smarthost: '127.0.0.1:"
                    + tls.getSmtps().getPort()
                    + "', force_implicit_tls: true, tls_config: {insecure_skip_verify: %s}}]";
            assertThat(Notifications.send(receiver.formatted("true"), Notifications.firing()))
                    .isEqualTo(Delivery.delivered());
            assertThat(List.of(tls.getReceivedMessages())).hasSize(1);
            assertThat(Notifications.send(receiver.formatted("false"), Notifications.firing()))
                    .isInstanceOf(Delivery.Failed.class);
            assertThat(List.of(tls.getReceivedMessages())).hasSize(1);
        } finally {
            tls.stop();
        }
    }
}
