package io.dawsos.observatory.ingest.remote;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one request until the receiver has taken it, refused it, or it is too old. Safe for use by many threads. */
final class RequestSender {
    private static final Logger LOG = LoggerFactory.getLogger(RequestSender.class);
    private static final int SHOWN = 256;

    private final RemoteWriteConfig config;
    private final Duration age;
    private final RemoteWriteCounts counts;
    private final InstantSource clock;
    private final CountDownLatch closing;

    /** @param closing ends the waiting */
    RequestSender(
            RemoteWriteConfig config,
            Duration age,
            RemoteWriteCounts counts,
            InstantSource clock,
            CountDownLatch closing) {
        this.config = config;
        this.age = age;
        this.counts = counts;
        this.clock = clock;
        this.closing = closing;
    }

    /**
     * Metadata, which comes again anyway, is sent once.
     *
     * @throws InterruptedException when it is to end before the receiver has decided
     */
    void send(SentRequest request) throws InterruptedException {
        Backoff backoff =
                new Backoff(config.queue().minBackoff(), config.queue().maxBackoff());
        while (true) {
            Duration wait = attempt(request, backoff);
            if (wait.isNegative() || request.samples() == 0) {
                return;
            }
            if (request.newest() > 0 && request.newest() < clock.millis() - age.toMillis()) {
                counts.dropped(RemoteWriteDrop.TOO_OLD, request.samples());
                return;
            }
            counts.retried();
            if (closing.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new InterruptedException("closing");
            }
        }
    }

    /** Sends it once; gives how long to wait before the next time, negative when there is none. */
    private Duration attempt(SentRequest request, Backoff backoff) throws InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = config.http().client().send(http(request.body()), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            Duration wait = backoff.next();
            LOG.warn(
                    "remote_write {}: no answer from {}, again in {}: {}",
                    config.name(),
                    config.target(),
                    wait,
                    e.toString());
            return wait;
        }
        int status = response.statusCode();
        if (status / 100 == 2) {
            counts.sent(request.samples(), request.newest());
            return Duration.ofNanos(-1);
        }
        if (status / 100 == 5 || (status == 429 && config.queue().retryOnHttp429())) {
            Duration wait =
                    backoff.next(response.headers().firstValue("Retry-After").orElse(""), clock.instant());
            LOG.warn(
                    "remote_write {}: {} from {}, again in {}: {}",
                    config.name(),
                    status,
                    config.target(),
                    wait,
                    text(response));
            return wait;
        }
        counts.dropped(RemoteWriteDrop.REFUSED, request.samples());
        LOG.warn(
                "remote_write {}: {} from {}, {} samples are dropped: {}",
                config.name(),
                status,
                config.target(),
                request.samples(),
                text(response));
        return Duration.ofNanos(-1);
    }

    private HttpRequest http(byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(config.url())
                .timeout(config.timeout())
                .header("Content-Encoding", "snappy")
                .header("Content-Type", config.message().contentType())
                .header("X-Prometheus-Remote-Write-Version", config.message().version())
                .header("User-Agent", "dawsos-observatory");
        config.headers().forEach(request::setHeader);
        config.http().authorize(request);
        return request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    }

    private static String text(HttpResponse<byte[]> response) {
        byte[] body = response.body();
        return new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8).strip();
    }
}
