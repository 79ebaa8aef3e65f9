package io.dawsos.telemetry.health;

import io.dawsos.telemetry.metrics.Gauge;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.redact.Redactor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The dependencies of this process and how they are. Checks run when somebody asks, side by side, each on a virtual
 * thread with its own time limit and never twice at once; an answer is good for a second, and who asks while checks run
 * gets the answer of that run. Thread-safe.
 */
public final class Health {

    /** Throws when the dependency is not well. Interrupted when its time is over. */
    @FunctionalInterface
    public interface Check {
        void run() throws Exception;
    }

    static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private static final int MOST_DEPENDENCIES = 50;

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Redactor redactor;
    private final Gauge up;
    private final Object lock = new Object();
    private List<Dependency> dependencies = List.of(); // guarded by lock
    private @Nullable CompletableFuture<List<DependencyHealth>> round; // guarded by lock
    private volatile long roundDone;
    private volatile Phase phase = Phase.SERVING;

    /** Without the metric. */
    public Health() {
        this(Metrics.noop(), new Redactor());
    }

    /** @param metrics takes {@code dependency_up}, checked anew at a scrape */
    public Health(Metrics metrics, Redactor redactor) {
        this(metrics, redactor, Clock.systemUTC(), System::nanoTime);
    }

    Health(Metrics metrics, Redactor redactor, Clock clock, LongSupplier nanoTime) {
        this.redactor = redactor;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.up = metrics.gauge(
                "dependency_up",
                "Whether a dependency answers: 1 up, 0 down.",
                Label.open("dependency", MOST_DEPENDENCIES));
    }

    /** A dependency without which the service cannot serve: down makes {@code /health} and {@code /health/ready} 503. */
    public void need(String name, Duration limit, Check check) {
        add(new Dependency(name, true, limit, check, clock, nanoTime, redactor));
    }

    /** A dependency without which the service is slower or poorer: down is reported as degraded. */
    public void want(String name, Duration limit, Check check) {
        add(new Dependency(name, false, limit, check, clock, nanoTime, redactor));
    }

    private void add(Dependency dependency) {
        synchronized (lock) {
            if (dependencies.stream().anyMatch(other -> other.name().equals(dependency.name()))) {
                throw new IllegalArgumentException("dependency " + dependency.name() + " is declared already");
            }
            List<Dependency> more = new ArrayList<>(dependencies);
            more.add(dependency);
            dependencies = List.copyOf(more);
            round = null;
        }
        up.watch(() -> isUp(dependency.name()) ? 1 : 0, dependency.name());
    }

    /** Not yet able to serve: {@link #ready} is down until {@link #started}. A process that never says so is ready. */
    public void starting() {
        phase = Phase.STARTING;
    }

    /** Serves from now on. */
    public void started() {
        phase = Phase.SERVING;
    }

    /** Finishes what it has and takes nothing new: {@link #ready} is down. */
    public void stopping() {
        phase = Phase.STOPPING;
    }

    /** For {@code /health}: every dependency. */
    public HealthReport report() {
        return HealthReport.of(null, current());
    }

    /** For {@code /health/ready}: whether requests can be sent here. */
    public HealthReport ready() {
        return HealthReport.of(phase, current());
    }

    /** For {@code /health/live}: up as long as there is somebody to say so; asks no dependency. */
    public HealthReport live() {
        return HealthReport.of(null, List.of());
    }

    private boolean isUp(String name) {
        return current().stream().anyMatch(one -> one.name().equals(name) && one.state() == HealthState.UP);
    }

    private List<DependencyHealth> current() {
        CompletableFuture<List<DependencyHealth>> asked;
        synchronized (lock) {
            if (round == null || (round.isDone() && nanoTime.getAsLong() - roundDone >= GOOD_FOR.toNanos())) {
                round = ask(dependencies);
            }
            asked = round;
        }
        return asked.join();
    }

    private CompletableFuture<List<DependencyHealth>> ask(List<Dependency> all) {
        List<CompletableFuture<DependencyHealth>> answers =
                all.stream().map(Dependency::ask).toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> {
                    roundDone = nanoTime.getAsLong();
                    return answers.stream().map(CompletableFuture::join).toList();
                });
    }
}
