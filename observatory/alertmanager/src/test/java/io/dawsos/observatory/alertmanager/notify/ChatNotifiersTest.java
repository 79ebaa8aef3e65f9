package io.dawsos.observatory.alertmanager.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.notify.ReceiverServer.Received;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Teams, Telegram and Discord. */
class ChatNotifiersTest {
    private ReceiverServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ReceiverServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static JsonNode json(Received received) {
        return JsonMapper.shared().readTree(received.body());
    }

    @Test
    void teams_firing_isARedMessageCard() throws Exception {
        Notifications.send("msteams_configs: [{webhook_url: '" + server.address() + "'}]", Notifications.firing());
        JsonNode card = json(server.next());
        assertThat(card.path("@context").asString()).isEqualTo("http://schema.org/extensions");
        assertThat(card.path("type").asString()).isEqualTo("MessageCard");
        assertThat(card.path("title").asString()).isEqualTo("[FIRING:2] Slow (api)");
        assertThat(card.path("summary").asString()).isEqualTo("[FIRING:2] Slow (api)");
        assertThat(card.path("text").asString()).contains("# Alerts Firing:", "  - instance = b:1");
        assertThat(card.path("themeColor").asString()).isEqualTo("8C1A1A");
    }

    @ParameterizedTest
    @CsvSource({"returned HTTP error 429 with ContextId, true", "returned HTTP error 413 with ContextId, false"})
    void teams_errorWithStatusTwoHundred_isAFailure(String said, boolean retryable) throws Exception {
        server.answer(200, "text/plain", "Webhook message delivery failed: Microsoft Teams endpoint " + said);
        assertThat(Notifications.send(
                        "msteams_configs: [{webhook_url: '" + server.address() + "'}]", Notifications.firing()))
                .isInstanceOfSatisfying(Delivery.Failed.class, failed -> {
                    assertThat(failed.retryable()).isEqualTo(retryable);
                    assertThat(failed.reason()).startsWith("Teams answered: Webhook message delivery failed");
                });
    }

    @Test
    void teamsWorkflow_resolved_isAGreenAdaptiveCard() throws Exception {
        Notifications.send("msteamsv2_configs: [{webhook_url: '" + server.address() + "'}]", Notifications.resolved());
        JsonNode attachment = json(server.next()).path("attachments").path(0);
        assertThat(attachment.path("contentType").asString()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(attachment.path("content").path("version").asString()).isEqualTo("1.2");
        JsonNode title = attachment.path("content").path("body").path(0);
        assertThat(title.path("text").asString()).isEqualTo("[RESOLVED] Slow (api)");
        assertThat(title.path("color").asString()).isEqualTo("Good");
    }

    @Test
    void teams_longText_isCutToWhatItTakes() throws Exception {
        String text = "{{ printf \"%100000s\" \"é\" }}";
        Notifications.send(
                "msteamsv2_configs: [{webhook_url: '" + server.address() + "', text: '" + text + "'}]",
                Notifications.firing());
        assertThat(server.next().body()).hasSizeLessThanOrEqualTo(28 * 1024 + 1).contains("…");
    }

    @Test
    void telegram_html_isEscapedAndSentToTheChat() throws Exception {
        Notifications.send("""
                telegram_configs:
                - api_url: '%s'
                  bot_token: '12:secret'
                  chat_id: -100
                  message: '<b>{{ .CommonAnnotations.summary }}</b>'
                """.formatted(server.address()), Notifications.firing());
        Received received = server.next();
        assertThat(received.path()).isEqualTo("/bot12:secret/sendMessage");
        assertThat(json(received).path("chat_id").asLong()).isEqualTo(-100);
        assertThat(json(received).path("text").asString()).isEqualTo("<b>p95 is &lt;1.2 s</b>");
        assertThat(json(received).path("parse_mode").asString()).isEqualTo("HTML");
    }

    @Test
    void telegram_refused_doesNotShowTheToken() throws Exception {
        server.answer(400, "application/json", "{\"ok\":false,\"description\":\"no chat for 12:secret\"}");
        assertThat(Notifications.send(
                        "telegram_configs: [{api_url: '" + server.address() + "', bot_token: '12:secret', chat_id: 1}]",
                        Notifications.firing()))
                .isEqualTo(Delivery.refused("the receiver answered with status 400:"
                        + " {\"ok\":false,\"description\":\"no chat for <secret>\"}"));
    }

    @Test
    void discord_firing_isARedEmbed() throws Exception {
        server.answer(204, "text/plain", "");
        assertThat(Notifications.send(
                        "discord_configs: [{webhook_url: '" + server.address() + "', username: bot}]",
                        Notifications.firing()))
                .isEqualTo(Delivery.delivered());
        JsonNode message = json(server.next());
        JsonNode embed = message.path("embeds").path(0);
        assertThat(embed.path("title").asString()).isEqualTo("[FIRING:2] Slow (api)");
        assertThat(embed.path("description").asString()).contains("Alerts Firing:", " - instance = a:1");
        assertThat(embed.path("color").asInt()).isEqualTo(0x992D22);
        assertThat(message.path("username").asString()).isEqualTo("bot");
    }

    @Test
    void discord_longTitle_isCutInCharacters() throws Exception {
        String title = "{{ printf \"%0300d\" 0 | reReplaceAll \"0\" \"😀\" }}";
        Notifications.send(
                "discord_configs: [{webhook_url: '" + server.address() + "', title: '" + title + "'}]",
                Notifications.of(List.of(Notifications.alert("a:1", false))));
        String sent = json(server.next()).path("embeds").path(0).path("title").asString();
        assertThat(sent.codePointCount(0, sent.length())).isEqualTo(256);
        assertThat(sent).endsWith("😀…");
    }
}
