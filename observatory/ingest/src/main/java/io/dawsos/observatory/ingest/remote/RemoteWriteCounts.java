package io.dawsos.observatory.ingest.remote;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What a client did. Safe for use by many threads. */
final class RemoteWriteCounts {
    private final Map<RemoteWriteDrop, LongAdder> dropped = new EnumMap<>(RemoteWriteDrop.class);
    private final LongAdder sent = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final AtomicLong newestSent = new AtomicLong();

    RemoteWriteCounts() {
        for (RemoteWriteDrop reason : RemoteWriteDrop.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    void dropped(RemoteWriteDrop reason, long samples) {
        LongAdder count = dropped.get(reason);
        if (count != null) {
            count.add(samples);
        }
    }

    void sent(long samples, long newest) {
        requests.increment();
        sent.add(samples);
        newestSent.accumulateAndGet(newest, Math::max);
    }

    void retried() {
        retries.increment();
    }

    RemoteWriteStatus status(long pendingBytes, long pendingSamples, int shards) {
        Map<RemoteWriteDrop, Long> drops = new EnumMap<>(RemoteWriteDrop.class);
        dropped.forEach((reason, count) -> drops.put(reason, count.sum()));
        return new RemoteWriteStatus(
                sent.sum(),
                drops,
                requests.sum(),
                retries.sum(),
                pendingBytes,
                pendingSamples,
                shards,
                newestSent.get());
    }
}
