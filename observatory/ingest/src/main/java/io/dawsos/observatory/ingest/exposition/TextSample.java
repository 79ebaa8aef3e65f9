package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of text that is a sample; filled by a parser, line after line. */
final class TextSample implements ScrapedSample {
    final Cursor cursor;
    final SeriesScan series;
    final TextExemplar exemplar;
    private final CreatedTimes created;
    private String boundLabel = "";
    private double value;
    private boolean timed;
    private long timestamp;

    TextSample(Cursor cursor, boolean lenient, ExpositionOptions options) {
        this.cursor = cursor;
        series = new SeriesScan(cursor, lenient, options.maxLabels());
        exemplar = new TextExemplar(cursor, options.maxLabels());
        created = new CreatedTimes(cursor, options);
    }

    /** Says the type of the family whose samples follow. */
    void type(String type) {
        boundLabel = Bounds.label(type);
        created.type(type);
    }

    /** Whether the line that was read only says when another series began. */
    boolean isCreatedTime() {
        return created.wanted() && series.nameEndsWith(CreatedTimes.SUFFIX);
    }

    void clear() {
        exemplar.clear();
        timed = false;
        timestamp = 0;
    }

    void value(double read) {
        value = read;
    }

    void timestamp(long milliseconds) {
        timed = true;
        timestamp = milliseconds;
    }

    @Override
    public byte[] bytes() {
        return cursor.bytes;
    }

    @Override
    public int seriesStart() {
        return series.start();
    }

    @Override
    public int seriesLength() {
        return series.end() - series.start();
    }

    @Override
    public Labels labels() throws ExpositionException {
        return series.labels(boundLabel);
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public @Nullable NativeHistogram histogram() {
        return null;
    }

    @Override
    public boolean hasTimestamp() {
        return timed;
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public long startTimestamp() {
        return created.of(this);
    }

    @Override
    public boolean hasExemplars() {
        return exemplar.present();
    }

    @Override
    public List<Exemplar> exemplars(long otherwise) throws ExpositionException {
        return exemplar.present() ? List.of(exemplar.exemplar(otherwise)) : List.of();
    }

    @Override
    public ExpositionException problem(String text) {
        return cursor.problem(series.start(), text);
    }
}
