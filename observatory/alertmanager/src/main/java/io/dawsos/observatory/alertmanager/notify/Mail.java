package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.EmailConfig;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A mail and the addresses of its envelope. */
record Mail(MimeMessage message, InternetAddress from, List<InternetAddress> to) {
    Mail {
        to = List.copyOf(to);
    }

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Set<String> ADDRESSES = Set.of("from", "to", "cc", "bcc", "reply-to", "sender");
    private static final String DEFAULT_SUBJECT = "{{ template \"email.default.subject\" . }}";
    private static final int DIGITS_OF_A_THREAD = 16;

    static Mail of(EmailConfig config, Message message, Session session) throws MessagingException {
        InternetAddress[] from = addresses("from", message.text(config.smtp().from()));
        if (from.length != 1) {
            throw new AddressException("from is one address, got " + from.length);
        }
        InternetAddress[] to = addresses("to", message.text(config.to()));
        if (to.length == 0) {
            throw new AddressException("to is at least one address, got none");
        }
        MimeMessage mail = new Identified(session, identity(message, from[0]));
        for (Map.Entry<String, String> header : headers(config, message).entrySet()) {
            header(mail, header.getKey(), header.getValue());
        }
        thread(config, message, mail);
        mail.setSentDate(Date.from(message.notification().now()));
        mail.setContent(bodies(config, message));
        mail.saveChanges();
        return new Mail(mail, from[0], List.of(to));
    }

    private static InternetAddress[] addresses(String what, String text) throws AddressException {
        try {
            return InternetAddress.parse(text, true);
        } catch (AddressException e) {
            AddressException readable = new AddressException(what + " is no list of addresses: " + e.getMessage());
            readable.setNextException(e);
            throw readable;
        }
    }

    private static Map<String, String> headers(EmailConfig config, Message message) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Subject", DEFAULT_SUBJECT);
        headers.put("To", config.to());
        headers.put("From", config.smtp().from());
        headers.putAll(config.headers());
        headers.replaceAll((name, template) ->
                message.text(template).replaceAll("[\\r\\n]+", " ").strip());
        return headers;
    }

    private static void header(MimeMessage mail, String name, String value) throws MessagingException {
        try {
            String encoded = ADDRESSES.contains(name.toLowerCase(Locale.ROOT))
                    ? encodedAddresses(name, value)
                    : MimeUtility.encodeText(value, UTF_8, null);
            mail.setHeader(name, MimeUtility.fold(name.length() + 2, encoded));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    private static String encodedAddresses(String name, String value)
            throws AddressException, UnsupportedEncodingException {
        InternetAddress[] addresses = addresses(name, value);
        for (InternetAddress address : addresses) {
            address.setPersonal(address.getPersonal(), UTF_8);
        }
        return InternetAddress.toString(addresses);
    }

    /** The same in every try, by which mailboxes know a repeat. */
    private static String identity(Message message, InternetAddress from) {
        String address = from.getAddress();
        String host = address.substring(address.indexOf('@') + 1);
        return "<" + message.key().substring(0, 2 * DIGITS_OF_A_THREAD) + "."
                + message.notification().now().toEpochMilli() + "@" + host + ">";
    }

    /** An answer to a mail that was never sent: mail programs put all of its answers together. */
    private static void thread(EmailConfig config, Message message, MimeMessage mail) throws MessagingException {
        if (config.threading() == EmailConfig.Threading.NONE) {
            return;
        }
        Instant now = message.notification().now();
        String day = config.threading() == EmailConfig.Threading.DAY
                ? now.atZone(ZoneOffset.UTC).toLocalDate().toString()
                : "";
        String root = "<alert-" + message.key().substring(0, DIGITS_OF_A_THREAD) + "-" + day + "@alertmanager>";
        mail.setHeader("References", root);
        mail.setHeader("In-Reply-To", root);
    }

    /** The last is the one that is preferred. */
    private static MimeMultipart bodies(EmailConfig config, Message message) throws MessagingException {
        MimeMultipart bodies = new MimeMultipart("alternative");
        if (!config.text().isEmpty() || config.html().isEmpty()) {
            bodies.addBodyPart(body(message.text(config.text()), "plain"));
        }
        if (!config.html().isEmpty()) {
            bodies.addBodyPart(body(message.html(config.html()), "html"));
        }
        return bodies;
    }

    private static MimeBodyPart body(String text, String kind) throws MessagingException {
        MimeBodyPart body = new MimeBodyPart();
        body.setText(text, UTF_8, kind);
        body.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return body;
    }

    /** A mail whose identity is given, unless a header has one. */
    private static final class Identified extends MimeMessage {
        private final String identity;

        Identified(Session session, String identity) {
            super(session);
            this.identity = identity;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            if (getHeader("Message-ID") == null) {
                setHeader("Message-ID", identity);
            }
        }
    }
}
