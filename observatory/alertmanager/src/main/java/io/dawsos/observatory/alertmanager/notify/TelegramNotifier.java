package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.TelegramConfig;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.template.JsonObject;
import io.dawsos.observatory.config.SecretSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Has a bot of Telegram send a message to a chat. */
final class TelegramNotifier implements Templated.Sender {
    private static final int LONGEST_MESSAGE = 4096;

    private final TelegramConfig config;
    private final InstantSource clock;
    private final Web web;

    TelegramNotifier(TelegramConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.web = new Web(config.http());
    }

    @Override
    public Delivery send(Message message) throws IOException {
        String token = config.botToken().read().value();
        JsonObject json = new JsonObject()
                .put("chat_id", chat())
                .put("text", text(message))
                .putNonEmpty("parse_mode", config.parseMode())
                .putNonEmpty("message_thread_id", config.messageThreadId())
                .put("disable_web_page_preview", true)
                .put("disable_notification", config.disableNotifications());
        return Post.of(address(token), json + "\n")
                .hiding(token)
                .send(web, Deadline.left(message.notification(), null, clock));
    }

    private String address(String token) {
        String url = config.url().toString();
        return (url.endsWith("/") ? url : url + "/") + "bot" + token + "/sendMessage";
    }

    private String text(Message message) {
        return config.parseMode().equals("HTML")
                ? HtmlCut.cut(message.html(config.message()), LONGEST_MESSAGE)
                : message.text(config.message(), LONGEST_MESSAGE);
    }

    private long chat() throws IOException {
        Long chat = config.chatId();
        String file = config.chatIdFile();
        if (chat != null) {
            return chat;
        }
        String text = file == null
                ? ""
                : new SecretSource.InFile(Path.of(file)).read().value();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException(file + ": wanted the number of a chat", e);
        }
    }
}
