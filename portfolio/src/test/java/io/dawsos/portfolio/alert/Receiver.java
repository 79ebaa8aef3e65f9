package io.dawsos.portfolio.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A webhook's receiver: a real HTTP server on a free port of this machine that keeps what it gets. */
final class Receiver implements AutoCloseable {

    /** What one request is answered: nothing at all for a negative status. */
    record Answer(int status, long afterMillis, Map<String, String> headers) {
        static Answer of(int status) {
            return new Answer(status, 0, Map.of());
        }
    }

    /** A request as it came. */
    record Got(
            @Nullable String key,
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signature,
            @Nullable String traceParent,
            String body,
            int answered) {

        boolean isSigned(byte[] key) {
            return id != null
                    && timestamp != null
                    && id.equals(this.key)
                    && WebhookSignature.of(key, id, java.time.Instant.ofEpochSecond(Long.parseLong(timestamp)), body)
                            .value()
                            .equals(signature);
        }
    }

    private final HttpServer server;
    private final ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor();
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    /** How a request is answered: by its idempotency key, and its number from 1. */
    private interface Answers {
        Answer to(String key, int number);
    }

    private Receiver(Answers answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> take(exchange, answers.to(key(exchange), count.incrementAndGet())));
        server.start();
    }

    /** @param answers by the number of the request, from 1 */
    static Receiver of(IntFunction<Answer> answers) throws IOException {
        return new Receiver((_, number) -> answers.apply(number));
    }

    static Receiver healthy() throws IOException {
        return of(_ -> Answer.of(200));
    }

    static Receiver failing(int status) throws IOException {
        return of(_ -> Answer.of(status));
    }

    static Receiver slow(long millis) throws IOException {
        return of(_ -> new Answer(200, millis, Map.of()));
    }

    /** Every other request fails. */
    static Receiver flapping() throws IOException {
        return of(number -> Answer.of(number % 2 == 1 ? 503 : 200));
    }

    /** The first attempt of each delivery fails, so that each is repeated, and none waits through a long backoff. */
    static Receiver refusingEachOnce() throws IOException {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        return new Receiver((key, _) -> Answer.of(seen.add(key) ? 503 : 200));
    }

    static Receiver hanging() throws IOException {
        return of(_ -> Answer.of(-1));
    }

    String url() {
        return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
    }

    Channel channel() {
        return new Channel(Method.WEBHOOK, url());
    }

    List<Got> got() {
        return List.copyOf(got);
    }

    /** Those that were answered well: the receiver acted on them. */
    List<Got> taken() {
        return got.stream().filter(each -> each.answered() / 100 == 2).toList();
    }

    Map<String, Long> takenByKey() {
        return taken().stream()
                .collect(Collectors.groupingBy(each -> String.valueOf(each.key()), Collectors.counting()));
    }

    private void take(HttpExchange exchange, Answer answer) throws IOException {
        var headers = exchange.getRequestHeaders();
        got.add(new Got(
                headers.getFirst("Idempotency-Key"),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("traceparent"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                answer.status()));
        if (answer.afterMillis() > 0) {
            var _ = late.schedule(() -> answer(exchange, answer), answer.afterMillis(), TimeUnit.MILLISECONDS);
        } else if (answer.status() > 0) {
            answer(exchange, answer);
        }
    }

    private static String key(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    }

    private static void answer(HttpExchange exchange, Answer answer) {
        try (exchange) {
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), -1);
        } catch (IOException e) {
            // The sender is gone already: that is what some tests are about.
            System.err.println("receiver: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        late.shutdownNow();
        server.stop(0);
    }
}
