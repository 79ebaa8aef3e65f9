package io.dawsos.telemetry.health;

import io.dawsos.telemetry.redact.Redactor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One dependency: its check, and what came of the last one. */
final class Dependency {

    private static final int LONGEST_ERROR = 500;

    private final String name;
    private final boolean needed;
    private final Duration limit;
    private final Health.Check check;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Redactor redactor;
    private final AtomicBoolean busy = new AtomicBoolean();
    private @Nullable DependencyHealth last; // guarded by this

    /** @param error null when all is well */
    private record Outcome(@Nullable String error, Duration latency) {}

    Dependency(
            String name,
            boolean needed,
            Duration limit,
            Health.Check check,
            Clock clock,
            LongSupplier nanoTime,
            Redactor redactor) {
        if (limit.toMillis() < 1) {
            throw new IllegalArgumentException("dependency " + name + ": wanted a time limit over 0, got " + limit);
        }
        this.name = name;
        this.needed = needed;
        this.limit = limit;
        this.check = check;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.redactor = redactor;
    }

    String name() {
        return name;
    }

    /** Answers within the time limit. A check that hangs is interrupted, and not started again before it has ended. */
    CompletableFuture<DependencyHealth> ask() {
        if (!busy.compareAndSet(false, true)) {
            return CompletableFuture.completedFuture(
                    heard(new Outcome("no answer yet to the check before: it still runs", limit)));
        }
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        Outcome none = new Outcome("no answer within " + limit.toMillis() + " ms", limit);
        Thread thread = Thread.ofVirtual().name("health-" + name).start(() -> run(answer));
        return answer.completeOnTimeout(none, limit.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(outcome -> {
                    if (outcome.equals(none)) {
                        thread.interrupt();
                    }
                    return heard(outcome);
                });
    }

    private void run(CompletableFuture<Outcome> answer) {
        long start = nanoTime.getAsLong();
        String error = null;
        try {
            check.run();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            error = said(e);
        } finally {
            busy.set(false);
        }
        answer.complete(new Outcome(error, Duration.ofNanos(nanoTime.getAsLong() - start)));
    }

    private String said(Throwable e) {
        String text = redactor.redact(e.getClass().getSimpleName() + ": " + e.getMessage());
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) + "…" : text;
    }

    private synchronized DependencyHealth heard(Outcome outcome) {
        Instant now = clock.instant();
        DependencyHealth before = last;
        HealthState state = outcome.error == null ? HealthState.UP : HealthState.DOWN;
        Instant since = before != null && before.state() == state ? before.since() : now;
        String error = outcome.error != null ? outcome.error : before == null ? null : before.lastError();
        Instant errorAt = outcome.error != null ? now : before == null ? null : before.lastErrorAt();
        last = new DependencyHealth(name, needed, state, outcome.latency, error, errorAt, since);
        return last;
    }
}
