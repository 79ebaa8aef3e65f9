package io.dawsos.observatory.server.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what Alertmanager sends to PagerDuty ({@code /v2/enqueue}) and to Slack ({@code /slack}), says it, and lists the
 * last thousand at {@code /}.
 */
public final class PageCatcher implements AutoCloseable {
    private static final int KEPT = 1000;
    private static final int LARGEST = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<String> say;
    private final InstantSource clock;
    private final Deque<String> kept = new ArrayDeque<>(); // guarded by itself

    private PageCatcher(InetSocketAddress at, Consumer<String> say, InstantSource clock) throws IOException {
        this.say = say;
        this.clock = clock;
        server = HttpServer.create(at, 0);
        server.createContext("/", exchange -> answer(exchange, 200, list()));
        server.createContext(
                "/v2/enqueue", exchange -> take(exchange, PageCatcher::page, 202, "{\"status\":\"success\"}"));
        server.createContext("/slack", exchange -> take(exchange, PageCatcher::message, 200, "ok"));
        server.setExecutor(threads);
    }

    /** @param say is told each page and message, a line each */
    public static PageCatcher start(InetSocketAddress at, Consumer<String> say, InstantSource clock)
            throws IOException {
        PageCatcher catcher = new PageCatcher(at, say, clock);
        catcher.server.start();
        return catcher;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What came, the last last. */
    public List<String> caught() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }

    private String list() {
        return String.join("\n", caught()) + "\n";
    }

    /** Makes a line of a message. */
    @FunctionalInterface
    private interface Reading {
        String line(JsonNode message);
    }

    private void take(HttpExchange exchange, Reading reading, int status, String answer) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(LARGEST);
        }
        String line;
        try {
            line = reading.line(JsonMapper.shared().readTree(body));
        } catch (JacksonException e) {
            answer(exchange, 400, "wanted JSON: " + e.getOriginalMessage());
            return;
        }
        keep(clock.instant() + " " + line);
        say.accept(line);
        answer(exchange, status, answer);
    }

    private void keep(String line) {
        synchronized (kept) {
            kept.addLast(line);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        }
    }

    private static String page(JsonNode event) {
        JsonNode payload = event.path("payload");
        return switch (event.path("event_action").asString("")) {
            case "trigger" -> "PAGE " + text(payload, "severity") + ": " + text(payload, "summary");
            case "resolve" -> "PAGE over: " + text(payload, "summary");
            default -> "PAGE " + text(event, "event_action") + ": " + text(payload, "summary");
        };
    }

    private static String message(JsonNode message) {
        JsonNode attachment = message.path("attachments").path(0);
        return "SLACK " + text(attachment, "title") + " " + text(attachment, "fallback");
    }

    /** On one line, without what a terminal would obey. */
    private static String text(JsonNode node, String name) {
        String text = node.path(name).asString("").replaceAll("\\p{Cntrl}+", " ");
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
