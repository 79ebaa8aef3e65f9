package io.dawsos.portfolio.night;

import io.dawsos.portfolio.Client;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Buys one unit at a time all night, each time with a key of its own. What was not answered is sent again, to the other
 * replica, under the same key, until it is; now and then also what was answered, as a client whose connection broke does.
 */
final class Trader implements AutoCloseable {

    private static final long EVERY_MILLIS = 200;
    private static final String ORDER = "{\"action\":\"buy\",\"symbol\":\"MSFT\",\"quantity\":1,\"price\":20}";

    private final String name;
    private final String path;
    private final IntFunction<Client> replicas;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean closing;
    private int number;
    private int replica;
    private @Nullable String open;
    private @Nullable String repeated;

    /** @param replicas the one or the other, as this trader; whoever stands there then */
    Trader(String name, IntFunction<Client> replicas) {
        this.name = name;
        this.replicas = replicas;
        this.path = replicas.apply(0).newPortfolio("USD");
        var _ = timer.scheduleWithFixedDelay(this::trySafely, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    String portfolio() {
        return path.replace("/v1/portfolios/", "");
    }

    /** The trades that were answered, by their keys. */
    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** What may not be: another answer than that a trade is booked, or another trade under the same key. */
    Queue<String> faults() {
        return faults;
    }

    /** How often it had to ask again. */
    int unanswered() {
        return unanswered.get();
    }

    private void trySafely() {
        try {
            trade();
        } catch (UncheckedIOException e) {
            unanswered.incrementAndGet();
            replica ^= 1;
        } catch (RuntimeException e) {
            faults.add(e.toString());
        }
    }

    private void trade() {
        if (open == null && closing) {
            timer.shutdown();
            return;
        }
        if (open == null) {
            number++;
            open = name + "-" + number;
        }
        if (send(open)) {
            repeated = number % 3 == 0 ? open : repeated;
            open = null;
        }
        String again = repeated;
        if (again != null) {
            replica ^= 1;
            repeated = send(again) ? null : again;
        }
    }

    private boolean send(String key) {
        Client.Answer answer = replicas.apply(replica).post(path + "/trades", ORDER, "Idempotency-Key", key);
        if (answer.status() == 503) {
            unanswered.incrementAndGet();
            replica ^= 1;
            return false;
        }
        if (answer.status() != 201) {
            faults.add(key + ": " + answer.status() + " " + answer.body());
        }
        String trade = answer.json().path("id").asString("");
        String before = acknowledged.putIfAbsent(key, trade);
        if (before != null && !before.equals(trade)) {
            faults.add("%s: trade %s, and then %s".formatted(key, before, trade));
        }
        return true;
    }

    /** Begins nothing more, and returns once its last order is answered. */
    void finish() throws InterruptedException {
        closing = true;
        if (!timer.awaitTermination(60, TimeUnit.SECONDS)) {
            faults.add("an order was not answered for a minute");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
