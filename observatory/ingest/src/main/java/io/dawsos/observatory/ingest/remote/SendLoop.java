package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.ingest.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes from the queue as much as fits into the requests of all shards, sends these at a time, and acknowledges it when
 * each is decided. There are twice as many shards as before when that much was there, half as many when it was not.
 */
final class SendLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SendLoop.class);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(1);

    private final RemoteWriteConfig config;
    private final SendQueue queue;
    private final Duration age;
    private final RequestSender sender;
    private final KnownMetadata metadata;
    private final MetadataSender metadataSender;
    private final RemoteWriteCounts counts;
    private final InstantSource clock;
    private volatile int shards;

    SendLoop(
            RemoteWriteConfig config,
            SendQueue queue,
            Duration age,
            RequestSender sender,
            KnownMetadata metadata,
            RemoteWriteCounts counts,
            InstantSource clock) {
        this.config = config;
        this.queue = queue;
        this.age = age;
        this.sender = sender;
        this.metadata = metadata;
        this.metadataSender = new MetadataSender(config, metadata, sender, clock);
        this.counts = counts;
        this.clock = clock;
        shards = config.queue().minShards();
    }

    int shards() {
        return shards;
    }

    @Override
    public void run() {
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            while (!Thread.currentThread().isInterrupted()) {
                round(requests);
            }
        } catch (InterruptedException e) {
            // The client is closing: what is not acknowledged is sent when the queue is opened again.
            LOG.debug("remote_write {}: closing", config.name());
        }
    }

    private void round(ExecutorService requests) throws InterruptedException {
        try {
            metadataSender.sendWhenDue();
            List<QueueRecord> records = collect();
            if (!records.isEmpty()) {
                send(split(records), requests);
                queue.acknowledge(records.getLast().end());
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("remote_write {}: what is queued was not sent, again in {}", config.name(), AFTER_ERROR, e);
            Thread.sleep(AFTER_ERROR);
        }
    }

    /** Records for all shards, or fewer when the deadline comes first. */
    private List<QueueRecord> collect() throws IOException, InterruptedException {
        int wanted = shards * config.queue().perRequest();
        List<QueueRecord> records = new ArrayList<>();
        QueuePosition at = queue.sent();
        int samples = 0;
        long deadline = System.nanoTime() + config.queue().batchSendDeadline().toNanos();
        while (samples < wanted) {
            QueueRecord record = queue.next(at, Math.max(0, deadline - System.nanoTime()));
            if (record == null) {
                break;
            }
            at = record.end();
            records.add(record);
            samples += record.samples();
        }
        adapt(samples >= wanted);
        return records;
    }

    private void adapt(boolean full) {
        QueueConfig limits = config.queue();
        shards = full ? Math.min(limits.maxShards(), 2 * shards) : Math.max(limits.minShards(), shards / 2);
    }

    private List<List<SentRequest>> split(List<QueueRecord> records) {
        long now = clock.millis();
        Duration limit = config.queue().sampleAgeLimit();
        long oldest = limit.isZero() ? Long.MIN_VALUE : now - limit.toMillis();
        Shards split = new Shards(shards, this::writer, config.queue().perRequest(), oldest, counts);
        for (QueueRecord record : records) {
            if (record.time() < now - age.toMillis()) {
                counts.dropped(RemoteWriteDrop.TOO_OLD, record.samples());
            } else {
                read(record, split);
            }
        }
        return split.requests();
    }

    private void read(QueueRecord record, Shards split) {
        try {
            new V1Reader(record.payload(), split).read();
        } catch (WireException e) {
            counts.dropped(RemoteWriteDrop.UNREADABLE, record.samples());
            LOG.warn("remote_write {}: a record of the queue is no message", config.name(), e);
        }
    }

    private RequestWriter writer() {
        return config.message() == RemoteWriteMessage.V2 ? new V2Writer(metadata::of) : new V1Writer();
    }

    private void send(List<List<SentRequest>> perShard, ExecutorService requests)
            throws IOException, InterruptedException {
        List<Future<@Nullable Void>> sending = new ArrayList<>();
        for (List<SentRequest> shard : perShard) {
            sending.add(requests.submit(() -> {
                for (SentRequest request : shard) {
                    sender.send(request);
                }
                return null;
            }));
        }
        try {
            for (Future<@Nullable Void> one : sending) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                InterruptedException interrupted = new InterruptedException("a request was ended");
                interrupted.initCause(e);
                throw interrupted;
            }
            throw new IOException("a request could not be made", e);
        } finally {
            sending.forEach(one -> one.cancel(true));
        }
    }
}
