package io.dawsos.portfolio.alert;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;
import tools.jackson.databind.json.JsonMapper;

/** Hands a message to the mail server. Every attempt has the same Message-ID: mail programs show it once. */
final class MailSender implements Sender {

    private final SmtpAddress server;
    private final Session session;
    private final JsonMapper json;
    private final Clock clock;

    /** @param limit of each step of the conversation; the whole has a deadline beside it */
    MailSender(SmtpAddress server, Duration limit, JsonMapper json, Clock clock) {
        this.server = server;
        this.json = json;
        this.clock = clock;
        String millis = Long.toString(limit.toMillis());
        Properties properties = new Properties();
        String protocol = "mail." + protocol() + ".";
        properties.put(protocol + "connectiontimeout", millis);
        properties.put(protocol + "timeout", millis);
        properties.put(protocol + "writetimeout", millis);
        properties.put(protocol + "starttls.enable", "true");
        properties.put(protocol + "starttls.required", Boolean.toString(server.startTls()));
        properties.put(protocol + "ssl.checkserveridentity", "true");
        properties.put(protocol + "auth", Boolean.toString(server.user() != null));
        this.session = Session.getInstance(properties);
    }

    @Override
    public void send(Claimed delivery) throws DeliveryFailure {
        try (Transport transport = session.getTransport(protocol())) {
            Message message = message(delivery);
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    private String protocol() {
        return server.tls() ? "smtps" : "smtp";
    }

    private Message message(Claimed delivery) throws MessagingException {
        AlertMessage told = json.readValue(delivery.message(), AlertMessage.class);
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + delivery.id() + "@dawsos>");
            }
        };
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(delivery.channel().target(), true));
        message.setSubject(AlertText.subject(told), StandardCharsets.UTF_8.name());
        message.setText(AlertText.body(told), StandardCharsets.UTF_8.name());
        message.setHeader("Idempotency-Key", delivery.id().toString());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    private static DeliveryFailure failure(MessagingException e) {
        Throwable cause = e;
        for (Exception next = e; next instanceof MessagingException inner; next = inner.getNextException()) {
            cause = next.getCause() == null ? next : next.getCause();
            int code = code(next);
            if (code >= 500) {
                return DeliveryFailure.last(DeliveryError.SMTP, "the mail server refused it with " + code);
            }
            if (code >= 400) {
                return DeliveryFailure.of(DeliveryError.SMTP, "the mail server cannot take it now: " + code);
            }
        }
        return ofConnection(e, cause);
    }

    private static DeliveryFailure ofConnection(MessagingException e, Throwable cause) {
        return switch (cause instanceof SocketConnectException connect ? connect.getCause() : cause) {
            case UnknownHostException _ ->
                DeliveryFailure.of(DeliveryError.DNS, "the mail server is not known by its name");
            case SocketTimeoutException _ ->
                DeliveryFailure.of(DeliveryError.TIMEOUT, "the mail server did not answer in time");
            case ConnectException _ ->
                DeliveryFailure.of(DeliveryError.REFUSED, "the mail server does not let connect");
            case SSLException _ ->
                DeliveryFailure.of(DeliveryError.TLS, "no trusted TLS connection to the mail server");
            case null, default -> ofKind(e);
        };
    }

    private static DeliveryFailure ofKind(MessagingException e) {
        return switch (e) {
            case MailConnectException _ ->
                DeliveryFailure.of(DeliveryError.REFUSED, "the mail server does not let connect");
            case AuthenticationFailedException _ ->
                DeliveryFailure.of(DeliveryError.SMTP, "the mail server refused the password");
            default ->
                DeliveryFailure.of(
                        DeliveryError.SMTP, "the mail server: " + e.getClass().getSimpleName());
        };
    }

    private static int code(Exception e) {
        return switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }
}
