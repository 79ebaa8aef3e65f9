package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.xerial.snappy.Snappy;

/** The requests of some series, which go out one after the other. */
final class Shard {
    private final RequestWriter writer;
    private final int perRequest;
    private final List<SentRequest> requests = new ArrayList<>();
    private long newest;

    Shard(RequestWriter writer, int perRequest) {
        this.writer = writer;
        this.perRequest = perRequest;
    }

    void sample(Labels series, long timestamp, double value, long start) {
        writer.series(series, "");
        writer.sample(timestamp, value, start);
        wrote(timestamp);
    }

    void histogram(Labels series, long timestamp, NativeHistogram histogram, long start) {
        writer.series(series, "");
        writer.histogram(timestamp, histogram, start);
        wrote(timestamp);
    }

    void exemplar(Labels series, Exemplar exemplar) {
        writer.series(series, "");
        writer.exemplar(exemplar);
        wrote(0);
    }

    private void wrote(long timestamp) {
        newest = Math.max(newest, timestamp);
        if (writer.samples() >= perRequest) {
            finish();
        }
    }

    private void finish() {
        int samples = writer.samples();
        if (samples > 0) {
            requests.add(new SentRequest(compressed(writer.message()), samples, newest));
            writer.clear();
            newest = 0;
        }
    }

    static byte[] compressed(byte[] message) {
        try {
            return Snappy.compress(message);
        } catch (IOException e) {
            throw new UncheckedIOException("Snappy cannot compress " + message.length + " bytes", e);
        }
    }

    List<SentRequest> requests() {
        finish();
        return requests;
    }
}
