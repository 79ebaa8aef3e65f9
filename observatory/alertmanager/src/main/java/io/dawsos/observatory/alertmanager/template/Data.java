package io.dawsos.observatory.alertmanager.template;

import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateObject;
import org.jspecify.annotations.Nullable;

/**
 * What templates are executed with.
 *
 * @param status firing while any of the alerts fires, else resolved
 * @param notificationReason why this is sent now, for people
 * @param externalUrl where this program is reached by people
 */
public record Data(
        String receiver,
        String status,
        Alerts alerts,
        String notificationReason,
        KeyValues groupLabels,
        KeyValues commonLabels,
        KeyValues commonAnnotations,
        String externalUrl)
        implements TemplateObject, GoJson.Written {

    @Override
    public @Nullable Object field(String name) {
        return switch (name) {
            case "Receiver" -> receiver;
            case "Status" -> status;
            case "Alerts" -> alerts;
            case "NotificationReason" -> notificationReason;
            case "GroupLabels" -> groupLabels;
            case "CommonLabels" -> commonLabels;
            case "CommonAnnotations" -> commonAnnotations;
            case "ExternalURL" -> externalUrl;
            default ->
                throw new TemplateException("the data have no field " + name
                        + "; they have Receiver, Status, Alerts, GroupLabels, CommonLabels, CommonAnnotations, ExternalURL and"
                        + " NotificationReason");
        };
    }

    @Override
    public Object json() {
        return new JsonObject()
                .put("receiver", receiver)
                .put("status", status)
                .put("alerts", alerts)
                .put("groupLabels", groupLabels)
                .put("commonLabels", commonLabels)
                .put("commonAnnotations", commonAnnotations)
                .put("externalURL", externalUrl);
    }

    @Override
    public String typeName() {
        return "template.Data";
    }

    @Override
    public String toString() {
        return "{" + receiver + " " + status + " " + alerts + " " + groupLabels + " " + commonLabels + " "
                + commonAnnotations + " " + externalUrl + "}";
    }
}
