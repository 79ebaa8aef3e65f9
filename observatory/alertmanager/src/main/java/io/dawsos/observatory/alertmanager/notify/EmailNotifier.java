package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.EmailConfig;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.template.TemplateException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends mail by SMTP. */
final class EmailNotifier implements Templated.Sender {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final EmailConfig config;
    private final InstantSource clock;

    EmailNotifier(EmailConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /** On a thread of its own: a server that answers byte by byte is held to the deadline too. */
    @Override
    public Delivery send(Message message) throws IOException {
        Duration left = Deadline.left(message.notification(), LONGEST, clock);
        if (Deadline.isOver(left)) {
            return Delivery.failed("no time was left to send it");
        }
        FutureTask<Delivery> sending = new FutureTask<>(() -> sent(message, left));
        Thread.ofVirtual().name("mail").start(sending);
        try {
            return sending.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sending.cancel(true);
            return Delivery.failed("the mail server did not take the mail within " + left.toMillis() + " ms");
        } catch (InterruptedException e) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            return Delivery.failed("interrupted while sending mail");
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static IOException failure(ExecutionException failed) {
        return switch (failed.getCause()) {
            case TemplateException template -> throw template;
            case IOException io -> io;
            case null, default -> throw new IllegalStateException("mail was not sent", failed);
        };
    }

    private Delivery sent(Message message, Duration left) throws IOException {
        try (SmtpConnection connection = new SmtpConnection(config.smtp(), left)) {
            Mail mail = Mail.of(config, message, connection.session());
            return connection.send(mail);
        } catch (MessagingException e) {
            return MailFailure.of(e);
        }
    }
}
