package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.SeriesSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is appended to it to another server. A commit returns when the batch is in the queue on disk, from which a
 * thread sends it; what the receiver has not taken when this process ends is sent when the queue is opened again. Then the
 * last requests may go out twice, with the same content. Safe for use by many threads.
 */
public final class RemoteWriteClient implements SeriesSink, Closeable {
    private final RemoteWriteConfig config;
    private final RemoteWriteCounts counts = new RemoteWriteCounts();
    private final KnownMetadata metadata = new KnownMetadata();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final SentLabels labels;
    private final SendQueue queue;
    private final SendLoop loop;
    private final Thread thread;

    private RemoteWriteClient(
            RemoteWriteConfig config, Labels externalLabels, Path folder, QueueLimits limits, InstantSource clock)
            throws IOException {
        this.config = config;
        labels = new SentLabels(externalLabels, config.relabelling());
        queue = SendQueue.open(folder, limits.bytes(), clock, counts);
        RequestSender sender = new RequestSender(config, limits.age(), counts, clock, closing);
        loop = new SendLoop(config, queue, limits.age(), sender, metadata, counts, clock);
        thread = Thread.ofPlatform()
                .name("remote-write-" + config.name())
                .daemon()
                .unstarted(loop);
    }

    /**
     * Opens the queue in a folder and begins to send.
     *
     * @param externalLabels put on series that do not have them
     * @param folder for this client only
     */
    public static RemoteWriteClient open(
            RemoteWriteConfig config, Labels externalLabels, Path folder, QueueLimits limits, InstantSource clock)
            throws IOException {
        RemoteWriteClient client = new RemoteWriteClient(config, externalLabels, folder, limits, clock);
        client.thread.start();
        return client;
    }

    public RemoteWriteConfig config() {
        return config;
    }

    @Override
    public Appender appender() {
        return new RemoteAppender(this);
    }

    /** Always -1: series are sent by their labels. */
    @Override
    public int ref(Labels series) {
        return -1;
    }

    @Nullable
    Labels sent(Labels series) {
        return labels.of(series);
    }

    boolean sendsExemplars() {
        return config.sendExemplars();
    }

    /** Version 2.0 always sends them. */
    boolean sendsNativeHistograms() {
        return config.sendNativeHistograms() || config.message() == RemoteWriteMessage.V2;
    }

    int perRecord() {
        return config.queue().perRequest();
    }

    void metadata(String metric, MetricMetadata known) {
        if (config.metadata().send()) {
            metadata.put(metric, known);
        }
    }

    SendQueue queue() {
        return queue;
    }

    RemoteWriteCounts counts() {
        return counts;
    }

    public RemoteWriteStatus status() {
        return counts.status(queue.bytes(), queue.samples(), loop.shards());
    }

    /** Ends the sending, also of what is under way, and closes the queue. */
    @Override
    public void close() throws IOException {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            queue.close();
        }
    }
}
