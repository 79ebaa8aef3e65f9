package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Spreads what was queued over requests that may go out at a time; a series' samples stay in order within one. */
final class Shards implements SeriesVisitor {
    private final List<Shard> shards;
    private final long oldest;
    private final RemoteWriteCounts counts;
    private Labels series = Labels.EMPTY;
    private Shard shard;

    /** @param oldest samples before this time are dropped, in milliseconds */
    Shards(int number, Supplier<RequestWriter> writers, int perRequest, long oldest, RemoteWriteCounts counts) {
        shards = Stream.generate(() -> new Shard(writers.get(), perRequest))
                .limit(number)
                .toList();
        this.oldest = oldest;
        this.counts = counts;
        shard = shards.getFirst();
    }

    @Override
    public void series(Labels labels, String problem) {
        series = labels;
        shard = shards.get(Math.floorMod(labels.hashCode(), shards.size()));
    }

    @Override
    public void sample(long timestamp, double value, long start) {
        if (isYoung(timestamp)) {
            shard.sample(series, timestamp, value, start);
        }
    }

    @Override
    public void histogram(long timestamp, NativeHistogram histogram, long start) {
        if (isYoung(timestamp)) {
            shard.histogram(series, timestamp, histogram, start);
        }
    }

    private boolean isYoung(long timestamp) {
        if (timestamp < oldest) {
            counts.dropped(RemoteWriteDrop.TOO_OLD, 1);
            return false;
        }
        return true;
    }

    @Override
    public void badHistogram(String problem) {
        counts.dropped(RemoteWriteDrop.UNREADABLE, 1);
    }

    @Override
    public void exemplar(Exemplar exemplar) {
        if (isYoung(exemplar.timestamp())) {
            shard.exemplar(series, exemplar);
        }
    }

    @Override
    public void metadata(String metric, MetricMetadata metadata) {}

    /** For each shard its requests, in order. */
    List<List<SentRequest>> requests() {
        return shards.stream()
                .map(Shard::requests)
                .filter(all -> !all.isEmpty())
                .toList();
    }
}
