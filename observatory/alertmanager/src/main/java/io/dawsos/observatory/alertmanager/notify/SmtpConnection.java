package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.HostPort;
import io.dawsos.observatory.alertmanager.config.SmtpConfig;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection to a mail server, for one mail. */
final class SmtpConnection implements AutoCloseable {
    private static final int IMPLICIT_TLS_PORT = 465;

    private final SmtpConfig config;
    private final SmtpTls tls;
    private final HostPort server;
    private final Session session;
    private final SMTPTransport transport;

    /**
     * Not yet connected.
     *
     * @param left how long the server may take for each answer
     * @throws IOException when a certificate or key cannot be read
     */
    SmtpConnection(SmtpConfig config, Duration left) throws IOException, MessagingException {
        this.config = config;
        this.tls = SmtpTls.of(config.tls());
        this.server = Objects.requireNonNull(config.smarthost(), "a receiver of mail has a smarthost");
        this.session = Session.getInstance(properties(Long.toString(left.toMillis())));
        this.transport = (SMTPTransport) session.getTransport("smtp");
    }

    Session session() {
        return session;
    }

    private Properties properties(String left) {
        Properties properties = new Properties();
        put(properties, "connectiontimeout", left);
        put(properties, "timeout", left);
        put(properties, "writetimeout", left);
        put(properties, "localhost", config.hello().isEmpty() ? "localhost" : config.hello());
        put(properties, "ssl.enable", implicitTls());
        put(properties, "starttls.enable", config.requireTls() && !implicitTls());
        put(properties, "starttls.required", config.requireTls() && !implicitTls());
        put(properties, "ssl.checkserveridentity", tls.checksName());
        put(properties, "ssl.protocols", String.join(" ", tls.protocols()));
        put(properties, "ssl.socketFactory", tls.sockets());
        return properties;
    }

    private static void put(Properties properties, String key, Object value) {
        properties.put("mail.smtp." + key, value instanceof Boolean ? value.toString() : value);
    }

    private boolean implicitTls() {
        Boolean written = config.implicitTls();
        return written == null ? server.port() == IMPLICIT_TLS_PORT : written;
    }

    Delivery send(Mail mail) throws MessagingException, IOException {
        transport.connect(server.host().isEmpty() ? "localhost" : server.host(), server.port(), null, null);
        if (!config.authUsername().isEmpty() && transport.supportsExtension("AUTH")) {
            SmtpLogin.login(config, transport);
        }
        transport.sendMessage(mail.message(), mail.to().toArray(Address[]::new));
        return Delivery.delivered();
    }

    @Override
    public void close() throws MessagingException {
        transport.close();
    }
}
