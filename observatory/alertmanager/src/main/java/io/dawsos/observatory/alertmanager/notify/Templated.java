package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.Notification;
import io.dawsos.observatory.alertmanager.stage.Notifier;
import io.dawsos.observatory.alertmanager.template.NotificationTemplates;
import io.dawsos.observatory.template.TemplateException;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every notifier does: puts the notification into words, and says so when that cannot be done.
 *
 * @param type the receiver's kind, for reasons
 * @param externalUrl where people reach this program
 */
record Templated(String type, NotificationTemplates templates, String externalUrl, Sender sender) implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(Templated.class);

    /** Sends what a receiver's own words are. */
    @FunctionalInterface
    interface Sender {
        /**
         * @throws TemplateException when a template cannot be executed
         * @throws IOException when a file of a secret cannot be read
         */
        Delivery send(Message message) throws IOException;
    }

    @Override
    public Delivery send(Notification notification) {
        try {
            return sender.send(new Message(notification, templates, externalUrl));
        } catch (TemplateException e) {
            return Delivery.refused(type + ": " + e.getMessage());
        } catch (IOException e) {
            return Delivery.failed(type + ": " + readable(e));
        } catch (RuntimeException e) {
            LOG.error("a notification could not be made for a receiver of the kind {}", type, e);
            return Delivery.failed(type + ": an error of this program, which its log has");
        }
    }

    private static String readable(IOException failure) {
        String message = failure.getMessage();
        return "a file of its settings cannot be read: "
                + failure.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                + (message == null ? "" : " " + message);
    }
}
