package io.dawsos.observatory.server.alerting;

import io.dawsos.observatory.alertmanager.Alertmanager;
import io.dawsos.observatory.alertmanager.alerts.Reception;
import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.rules.send.AlertReceiver;
import io.dawsos.observatory.rules.send.SendListener;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands alerts of the rules to the Alertmanager of this process, on a thread of its own: rules do not wait for its disk. */
public final class EmbeddedDelivery implements AlertReceiver, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDelivery.class);
    private static final URI HERE = URI.create("embedded://localhost/");
    private static final int BATCHES = 1000;
    private static final long LOOK_MILLIS = 200;
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Alertmanager alertmanager;
    private final SendListener listener;
    private final BlockingQueue<List<Alert>> waiting = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread;
    private volatile boolean closed;

    public EmbeddedDelivery(Alertmanager alertmanager, SendListener listener) {
        this.alertmanager = alertmanager;
        this.listener = listener;
        thread = Thread.ofVirtual().name("alerts-embedded").start(this::run);
    }

    /** When too many wait the oldest are left out, and counted: an alert that still fires is told of again anyway. */
    @Override
    public void receive(List<Alert> alerts) {
        while (!waiting.offer(alerts)) {
            List<Alert> oldest = waiting.poll();
            if (oldest != null) {
                listener.dropped(HERE, oldest.size());
            }
        }
    }

    private void run() {
        try {
            while (!closed || !waiting.isEmpty()) {
                List<Alert> batch = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    deliver(batch);
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("{} batches of alerts are given up: interrupted", waiting.size());
        }
    }

    private void deliver(List<Alert> batch) {
        long began = System.nanoTime();
        try {
            Reception reception = alertmanager.receive(batch);
            if (reception.accepted() < batch.size()) {
                problem(batch.size() - reception.accepted(), String.join("; ", reception.invalid()));
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The Alertmanager of this process has not taken {} alerts", batch.size(), e);
            listener.failed(HERE, batch.size(), e.toString());
        }
        listener.sent(HERE, batch.size(), Duration.ofNanos(System.nanoTime() - began));
    }

    private void problem(int alerts, String why) {
        String reason = why.isEmpty() ? "there are too many" : why;
        LOG.warn("The Alertmanager of this process has not taken {} alerts: {}", alerts, reason);
        listener.failed(HERE, alerts, reason);
    }

    /** Hands over what waits, for some seconds at most. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!thread.join(FAREWELL)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
