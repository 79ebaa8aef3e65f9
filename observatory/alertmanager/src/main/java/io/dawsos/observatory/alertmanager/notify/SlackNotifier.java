package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.SlackConfig;
import io.dawsos.observatory.alertmanager.notify.Web.Answer;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.template.JsonObject;
import io.dawsos.observatory.config.SecretSource;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends a message to Slack by a web hook, or by its API with a token; by the latter it can change what it has said. */
final class SlackNotifier implements Templated.Sender {
    private static final String POST_MESSAGE = "chat.postMessage";
    private static final String UPDATE = "chat.update";

    private final SlackConfig config;
    private final InstantSource clock;
    private final Web web;
    private final SlackMessages said = new SlackMessages();

    SlackNotifier(SlackConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.web = new Web(config.http());
    }

    @Override
    public Delivery send(Message message) throws IOException {
        JsonObject attachment = SlackAttachment.of(config, message);
        String group = message.notification().groupKey();
        SlackMessages.Said before = config.updateMessage() ? said.about(group) : null;
        SlackReply.Outcome outcome = send(message, attachment, before);
        if (before != null && outcome.isGone()) {
            said.forget(group);
            outcome = send(message, attachment, null);
        }
        if (config.updateMessage() && outcome.delivery() instanceof Delivery.Delivered) {
            remember(message, outcome);
        }
        return outcome.delivery();
    }

    /** What is over is not changed any more. */
    private void remember(Message message, SlackReply.Outcome outcome) {
        String group = message.notification().groupKey();
        if (message.isResolved()) {
            said.forget(group);
        } else if (outcome.said() != null) {
            said.remember(group, outcome.said());
        }
    }

    private SlackReply.Outcome send(Message message, JsonObject attachment, SlackMessages.@Nullable Said before)
            throws IOException {
        AtomicReference<SlackReply.@Nullable Outcome> judged = new AtomicReference<>();
        Post post = post(message, attachment, before).checked(answer -> judge(answer, judged));
        Duration left = Deadline.left(message.notification(), config.timeout(), clock);
        Delivery delivery = post.send(web, left);
        SlackReply.Outcome outcome = judged.get();
        return outcome == null
                ? new SlackReply.Outcome(delivery, null, false)
                : new SlackReply.Outcome(delivery, outcome.said(), outcome.isGone());
    }

    private static Delivery judge(Answer answer, AtomicReference<SlackReply.@Nullable Outcome> judged) {
        SlackReply.Outcome outcome = SlackReply.of(answer);
        judged.set(outcome);
        return outcome.delivery();
    }

    private Post post(Message message, JsonObject attachment, SlackMessages.@Nullable Said before) throws IOException {
        String url = config.url().read().value();
        String address = before == null ? url : url.replace(POST_MESSAGE, UPDATE);
        Post post = Post.of(address, SlackAttachment.message(config, message, attachment, before) + "\n");
        SecretSource token = config.appToken();
        if (token == null) {
            return post;
        }
        String secret = token.read().value();
        return post.header("Authorization", "Bearer " + secret, secret);
    }
}
