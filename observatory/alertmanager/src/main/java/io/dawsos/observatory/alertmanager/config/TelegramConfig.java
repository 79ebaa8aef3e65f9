package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.SecretSource;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bot of Telegram.
 *
 * @param chatId the chat's number, or null when it is in a file
 * @param chatIdFile where the number is read anew each time, or null
 * @param messageThreadId 0 for none
 * @param message a template
 * @param parseMode MarkdownV2, Markdown, HTML, or empty for plain text
 */
public record TelegramConfig(
        boolean sendResolved,
        HttpClientConfig http,
        URI url,
        SecretSource botToken,
        @Nullable Long chatId,
        @Nullable String chatIdFile,
        long messageThreadId,
        String message,
        boolean disableNotifications,
        String parseMode)
        implements IntegrationConfig {
    private static final List<String> PARSE_MODES = List.of("", "Markdown", "MarkdownV2", "HTML");

    static TelegramConfig read(Section section, GlobalConfig global) {
        SecretSource own = section.secret("bot_token");
        SecretSource token = own == null ? global.telegramBotToken() : own;
        if (token == null) {
            throw section.problem(
                    "bot_token is missing; write bot_token or bot_token_file here, or global.telegram_bot_token");
        }
        long chatId = section.integer("chat_id", 0);
        String chatIdFile = section.text("chat_id_file");
        section.exclusive("chat_id", chatId != 0, "chat_id_file", !chatIdFile.isEmpty());
        if (chatId == 0 && chatIdFile.isEmpty()) {
            throw section.problem("chat_id is missing; write chat_id or chat_id_file");
        }
        return new TelegramConfig(
                section.flag("send_resolved", true),
                section.http(global.http()),
                section.url("api_url", global.telegramUrl()),
                token,
                chatId == 0 ? null : chatId,
                chatIdFile.isEmpty() ? null : chatIdFile,
                section.integer("message_thread_id", 0),
                section.text("message", "{{ template \"telegram.default.message\" . }}"),
                section.flag("disable_notifications", false),
                parseMode(section));
    }

    private static String parseMode(Section section) {
        String mode = section.text("parse_mode", "HTML");
        if (!PARSE_MODES.contains(mode)) {
            throw section.problem("parse_mode is Markdown, MarkdownV2, HTML or empty, got \"" + mode + "\"");
        }
        return mode;
    }

    @Override
    public String type() {
        return "telegram";
    }
}
