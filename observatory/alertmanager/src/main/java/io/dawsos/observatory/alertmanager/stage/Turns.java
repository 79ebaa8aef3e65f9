package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.log.LogKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Sees to it that one integration is told of one group by one at a time. It outlives a configuration, so that one loaded
 * anew does not speak while its predecessor still does. For many threads.
 */
public final class Turns {
    /** Whose turn it is, with the one who waits for it. */
    private final Map<LogKey, Optional<CompletableFuture<Boolean>>> taken = new HashMap<>();

    /** Completes with true once it is the caller's turn, which it must {@link #release}; with false if others wait. */
    synchronized CompletableFuture<Boolean> take(LogKey key) {
        Optional<CompletableFuture<Boolean>> waiting = taken.get(key);
        if (waiting == null) {
            taken.put(key, Optional.empty());
            return CompletableFuture.completedFuture(true);
        }
        if (waiting.isPresent()) {
            return CompletableFuture.completedFuture(false);
        }
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        taken.put(key, Optional.of(turn));
        return turn;
    }

    synchronized boolean isTaken(LogKey key) {
        return taken.containsKey(key);
    }

    void release(LogKey key) {
        next(key).ifPresent(turn -> turn.complete(true));
    }

    private synchronized Optional<CompletableFuture<Boolean>> next(LogKey key) {
        Optional<CompletableFuture<Boolean>> waiting = taken.getOrDefault(key, Optional.empty());
        if (waiting.isPresent()) {
            taken.put(key, Optional.empty());
        } else {
            taken.remove(key);
            notifyAll();
        }
        return waiting;
    }

    /** Waits until nobody has a turn, at most so long; tells whether that is so. */
    public synchronized boolean awaitIdle(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!taken.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
