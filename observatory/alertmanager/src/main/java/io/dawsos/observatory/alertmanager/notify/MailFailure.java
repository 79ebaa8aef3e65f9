package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.stage.Delivery;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a failure to send mail means. A server's 5xx is its last word; anything else may pass. */
final class MailFailure {
    private static final Redaction CLEAN = new Redaction(List.of());
    private static final int DEEPEST = 10;

    private MailFailure() {}

    static Delivery of(MessagingException failure) {
        String reason = "mail: " + CLEAN.clean(String.valueOf(failure.getMessage()));
        return isFinal(failure) ? Delivery.refused(reason) : Delivery.failed(reason);
    }

    private static boolean isFinal(MessagingException failure) {
        Exception cause = failure;
        for (int i = 0; i < DEEPEST && cause != null; i++) {
            if (cause instanceof AddressException || code(cause) / 100 == 5) {
                return true;
            }
            cause = cause instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return false;
    }

    private static int code(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }
}
