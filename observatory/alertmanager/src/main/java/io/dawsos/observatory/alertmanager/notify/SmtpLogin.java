package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.SmtpConfig;
import io.dawsos.observatory.config.SecretSource;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Says to a mail server who calls, in the first way of the server's list for which the configuration has a secret:
 * CRAM-MD5, PLAIN or LOGIN.
 */
final class SmtpLogin {
    private static final int ACCEPTED = 235;
    private static final int CONTINUE = 334;

    private final SmtpConfig config;
    private final SMTPTransport transport;

    private SmtpLogin(SmtpConfig config, SMTPTransport transport) {
        this.config = config;
        this.transport = transport;
    }

    static void login(SmtpConfig config, SMTPTransport transport) throws MessagingException, IOException {
        new SmtpLogin(config, transport).login();
    }

    private void login() throws MessagingException, IOException {
        List<String> wanting = new ArrayList<>();
        String offered = transport.getExtensionParameter("AUTH");
        for (String way :
                (offered == null ? "" : offered).toUpperCase(Locale.ROOT).split("\\s+", -1)) {
            if (tried(way, wanting)) {
                return;
            }
        }
        throw new AuthenticationFailedException("the server offers the ways to log in \"" + offered
                + "\", and of these the configuration has no secret for: " + String.join(", ", wanting));
    }

    private boolean tried(String way, List<String> wanting) throws MessagingException, IOException {
        String password = text(config.authPassword());
        String secret = text(config.authSecret());
        switch (way) {
            case "CRAM-MD5" -> {
                if (!secret.isEmpty()) {
                    cram(secret);
                    return true;
                }
            }
            case "PLAIN" -> {
                if (!password.isEmpty()) {
                    plain(password);
                    return true;
                }
            }
            case "LOGIN" -> {
                if (!password.isEmpty()) {
                    logIn(password);
                    return true;
                }
            }
            default -> {
                return false;
            }
        }
        wanting.add(way);
        return false;
    }

    private static String text(@Nullable SecretSource source) throws IOException {
        return source == null ? "" : source.read().value();
    }

    private void plain(String password) throws MessagingException {
        String credentials = config.authIdentity() + "\0" + config.authUsername() + "\0" + password;
        expect(ACCEPTED, "AUTH PLAIN " + encoded(credentials));
    }

    private void logIn(String password) throws MessagingException {
        expect(CONTINUE, "AUTH LOGIN");
        expect(CONTINUE, encoded(config.authUsername()));
        expect(ACCEPTED, encoded(password));
    }

    private void cram(String secret) throws MessagingException {
        expect(CONTINUE, "AUTH CRAM-MD5");
        String challenge = transport.getLastServerResponse().substring(3).strip();
        expect(ACCEPTED, encoded(config.authUsername() + " " + digest(secret, challenge)));
    }

    private static String digest(String secret, String challenge) throws MessagingException {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
            return HexFormat.of().formatHex(mac.doFinal(Base64.getDecoder().decode(challenge)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new MessagingException("the server's challenge for CRAM-MD5 cannot be answered", e);
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer is not shown: servers have been seen to repeat what they were sent. */
    private void expect(int wanted, String command) throws MessagingException {
        int code = transport.simpleCommand(command);
        if (code != wanted) {
            throw new AuthenticationFailedException("the mail server refused the login with code " + code);
        }
    }
}
