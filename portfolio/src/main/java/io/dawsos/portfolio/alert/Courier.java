package io.dawsos.portfolio.alert;

import io.dawsos.telemetry.Capability;
import io.dawsos.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/**
 * Delivers the outbox. One thread claims what is due, woken by whoever wrote to it and else once a poll; each delivery
 * runs on a virtual thread of its own. What a process that dies had claimed is due again when the lease ends.
 */
public final class Courier implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** Results that are written at once: the others wait rather than take all connections from requests. */
    private static final int MOST_WRITERS = 3;

    private final Outbox outbox;
    private final Map<Method, Sender> senders;
    private final Backoff backoff;
    private final CourierSettings settings;
    private final Clock clock;
    private final DeliveryMetrics metrics;
    private final Capability deliver;
    private final Lanes lanes;
    private final Deadline deadline;
    private final Semaphore writers = new Semaphore(MOST_WRITERS);
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread claimer;
    private @Nullable ExecutorService carriers;

    Courier(
            Outbox outbox,
            Map<Method, Sender> senders,
            Backoff backoff,
            CourierSettings settings,
            Clock clock,
            Telemetry telemetry) {
        this.outbox = outbox;
        this.senders = Map.copyOf(senders);
        this.backoff = backoff;
        this.settings = settings;
        this.clock = clock;
        this.metrics = new DeliveryMetrics(telemetry.metrics());
        this.deliver = telemetry.capability("alert.deliver").expecting(DeliveryFailure.class);
        this.lanes = new Lanes(settings.most(), settings.mostPerReceiver());
        this.deadline = new Deadline(settings.attempt());
    }

    /** There is something to deliver. Returns at once. */
    public void wake() {
        bell.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        carriers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("alert-delivery-", 0).factory());
        claimer = Thread.ofVirtual().name("alert-courier").start(this::loop);
    }

    /** Claims nothing more and waits a while for what is on its way; the leases of the rest end by themselves. */
    @Override
    public synchronized void stop() {
        running = false;
        wake();
        try {
            if (claimer != null) {
                claimer.join(STOP_WITHIN);
            }
            if (carriers != null) {
                carriers.shutdown();
                if (!carriers.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    carriers.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deadline.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        Instant countAt = Instant.MIN;
        boolean away = false;
        while (running) {
            try {
                Instant now = clock.instant();
                if (now.isAfter(countAt)) {
                    metrics.depth(outbox.counts(now));
                    countAt = now.plus(COUNT_EVERY);
                }
                round();
                away = false;
            } catch (RuntimeException e) {
                // Nothing is lost: it stays in the outbox. Said once, not every second of an outage.
                if (!away) {
                    log.warn("the outbox of alerts cannot be read; trying again every {}", settings.poll(), e);
                }
                away = true;
            }
            await();
        }
    }

    private void await() {
        try {
            boolean _ = bell.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
            bell.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void round() {
        int free = lanes.free();
        if (free == 0) {
            return;
        }
        Instant now = clock.instant();
        List<Claimed> claimed = outbox.claim(now, now.plus(settings.lease()), free, lanes.usualRoom(), lanes.room());
        for (Claimed delivery : claimed) {
            lanes.begin(delivery.lane());
            Objects.requireNonNull(carriers).execute(() -> carry(delivery));
        }
    }

    private void carry(Claimed delivery) {
        boolean failed = true;
        try {
            failed = !attempt(delivery);
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("delivery_id", delivery.id())
                    .setCause(e)
                    .log("what came of a delivery could not be kept; it is tried again when its lease ends");
        } finally {
            lanes.end(delivery.lane(), failed);
            wake();
        }
    }

    /** @return whether it was delivered */
    private boolean attempt(Claimed delivery) {
        try {
            Runs.run(deliver, TraceParent.parse(delivery.traceParent()), span -> {
                describe(span, delivery);
                send(span, delivery);
                Instant now = clock.instant();
                write(() -> outbox.delivered(delivery, now));
                metrics.delivered(delivery.channel().method(), Duration.between(delivery.trueAt(), now));
            });
            return true;
        } catch (DeliveryFailure e) {
            failed(delivery, e);
            return false;
        }
    }

    private void send(Span span, Claimed delivery) throws DeliveryFailure {
        try {
            deadline.run(() -> sender(delivery).send(delivery));
        } catch (DeliveryFailure e) {
            span.setStatus(StatusCode.ERROR, e.reason())
                    .setAttribute("error.type", e.error().text());
            throw e;
        }
    }

    private Sender sender(Claimed delivery) throws DeliveryFailure {
        Sender sender = senders.get(delivery.channel().method());
        if (sender == null) {
            throw DeliveryFailure.of(DeliveryError.OTHER, "this way of telling is not set up: DAWSOS_SMTP_URL");
        }
        return sender;
    }

    private static void describe(Span span, Claimed delivery) {
        span.setAttribute("delivery_method", delivery.channel().method().text());
        span.setAttribute("delivery_id", delivery.id().toString());
        span.setAttribute("attempt", delivery.attempts() + 1);
        span.setAttribute("receiver", delivery.lane());
    }

    private void failed(Claimed delivery, DeliveryFailure failure) {
        metrics.failed(delivery.channel().method(), failure.error());
        int made = delivery.attempts() + 1;
        Instant now = clock.instant();
        boolean over = failure.isLast() || backoff.isOver(made);
        write(() -> {
            if (over) {
                outbox.died(delivery, failure, now);
            } else {
                outbox.failed(delivery, failure, now, now.plus(backoff.after(made, failure.retryAfter())));
            }
        });
        log.atLevel(over ? Level.WARN : Level.INFO)
                .addKeyValue("delivery_id", delivery.id())
                .addKeyValue("delivery_method", delivery.channel().method().text())
                .addKeyValue("error", failure.error().text())
                .addKeyValue("reason", failure.reason())
                .addKeyValue("attempt", made)
                .log(over ? "alert not delivered, given up" : "alert not delivered yet");
    }

    private void write(Runnable result) {
        writers.acquireUninterruptibly();
        try {
            result.run();
        } finally {
            writers.release();
        }
    }
}
