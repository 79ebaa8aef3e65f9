package io.dawsos.observatory.rules.send;

import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.model.Alert;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts alerts to one Alertmanager, a batch after the other, on a thread of its own: one that is slow or gone keeps no
 * other waiting. What it does not take is not tried again, since alerts are told of again anyway.
 */
final class AlertmanagerTarget {
    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerTarget.class);
    private static final int BATCH = 256;

    private final URI address;
    private final AlertmanagerConfig config;
    private final SendListener listener;
    private final AlertQueue queue;
    private final Thread thread;

    AlertmanagerTarget(URI address, AlertmanagerConfig config, int capacity, SendListener listener) {
        this.address = address;
        this.config = config;
        this.listener = listener;
        this.queue = new AlertQueue(capacity);
        this.thread = Thread.ofVirtual().name("alerts-" + address.getHost()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    URI address() {
        return address;
    }

    void add(List<Alert> alerts) {
        int dropped = queue.add(alerts);
        if (dropped > 0) {
            listener.dropped(address, dropped);
        }
    }

    int waiting() {
        return queue.size();
    }

    /** Sends what waits and takes no more. */
    void close() {
        queue.close();
    }

    /** Waits for what was left to be sent, then gives it up; how many alerts that were. */
    int awaitClosed(Duration longest) throws InterruptedException {
        if (thread.join(longest)) {
            return 0;
        }
        int left = queue.size();
        thread.interrupt();
        return left;
    }

    private void run() {
        try {
            for (List<Alert> batch = queue.take(BATCH); !batch.isEmpty(); batch = queue.take(BATCH)) {
                send(batch);
            }
        } catch (InterruptedException e) {
            LOG.debug("Alerts for {} are given up", address);
        }
    }

    private void send(List<Alert> batch) throws InterruptedException {
        long start = System.nanoTime();
        String problem = problem(batch);
        listener.sent(address, batch.size(), Duration.ofNanos(System.nanoTime() - start));
        if (!problem.isEmpty()) {
            LOG.warn("The Alertmanager at {} has not taken {} alerts: {}", address, batch.size(), problem);
            listener.failed(address, batch.size(), problem);
        }
    }

    private String problem(List<Alert> batch) throws InterruptedException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .timeout(config.timeout())
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "dawsos-observatory")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(AlertJson.of(batch)));
            HttpClientConfig client = config.client();
            client.authorize(request);
            HttpResponse<InputStream> response =
                    client.client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            // Nobody waits for a body that may never end.
            response.body().close();
            return response.statusCode() / 100 == 2 ? "" : "it answered " + response.statusCode();
        } catch (IOException | RuntimeException e) {
            // A file of credentials may be gone, for one; the next batch may find it again.
            return e.toString();
        }
    }
}
