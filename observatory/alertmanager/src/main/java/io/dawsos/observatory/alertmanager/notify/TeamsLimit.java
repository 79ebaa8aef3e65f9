package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.notify.Web.Answer;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.template.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** How much Teams takes, and how it says what it has not taken. */
final class TeamsLimit {
    private static final int LARGEST = 28 << 10;
    private static final String ERROR = "HTTP error";

    private TeamsLimit() {}

    /** A message whose text is cut until the whole is small enough. */
    static String fitting(String text, Function<String, JsonObject> card) {
        String json = card.apply(text).toString();
        int characters = text.codePointCount(0, text.length());
        while (json.getBytes(StandardCharsets.UTF_8).length > LARGEST && characters > 1) {
            characters = characters * 3 / 4;
            json = card.apply(Message.cut(text, characters)).toString();
        }
        return json;
    }

    /** With a status of 200 it may say that the channel behind it has not taken the message. */
    static Delivery judged(Answer answer) {
        if (!answer.body().contains(ERROR)) {
            return Delivery.delivered();
        }
        String reason = "Teams answered: " + answer.body();
        return answer.body().contains(ERROR + " 429") || answer.body().contains(ERROR + " 5")
                ? Delivery.failed(reason)
                : Delivery.refused(reason);
    }
}
