package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sample in protobuf; filled by a parser, one after the other. */
final class ProtoSample implements ScrapedSample {
    private final byte[] body;
    private final ProtoSeries series;
    private final Ranges exemplars = new Ranges();
    private double value;
    private @Nullable NativeHistogram histogram;
    private long timestamp;
    private long start;

    ProtoSample(byte[] body, ProtoSeries series) {
        this.body = body;
        this.series = series;
    }

    void metric(long milliseconds, long startMilliseconds) {
        timestamp = milliseconds;
        start = startMilliseconds;
    }

    void value(double read) {
        exemplars.clear();
        histogram = null;
        value = Double.isNaN(read) ? Double.NaN : read;
    }

    void histogram(NativeHistogram read) {
        exemplars.clear();
        histogram = read;
        value = Double.NaN;
    }

    void exemplar(int from, int to) {
        exemplars.add(from, to);
    }

    @Override
    public byte[] bytes() {
        return series.text();
    }

    @Override
    public int seriesStart() {
        return 0;
    }

    @Override
    public int seriesLength() {
        return series.length();
    }

    @Override
    public Labels labels() throws ExpositionException {
        return series.labels();
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public @Nullable NativeHistogram histogram() {
        return histogram;
    }

    @Override
    public boolean hasTimestamp() {
        return timestamp != 0;
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public long startTimestamp() {
        return start;
    }

    @Override
    public boolean hasExemplars() {
        return exemplars.size() > 0;
    }

    /** Those of a native histogram that bear no time are left out: each scrape would make another of the same. */
    @Override
    public List<Exemplar> exemplars(long otherwise) throws ExpositionException {
        List<Exemplar> found = new ArrayList<>(exemplars.size());
        ProtoExemplar reader = new ProtoExemplar();
        try {
            for (int i = 0; i < exemplars.size(); i++) {
                reader.read(new WireReader(body, exemplars.from(i), exemplars.to(i)));
                if (reader.timed() || histogram == null) {
                    found.add(reader.exemplar(otherwise));
                }
            }
        } catch (WireException e) {
            throw problem(String.valueOf(e.getMessage()));
        }
        return found;
    }

    @Override
    public ExpositionException problem(String text) {
        return new ExpositionException(0, series.place(), text);
    }
}
