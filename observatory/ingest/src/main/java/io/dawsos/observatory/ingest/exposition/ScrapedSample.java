package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sample of a scrape, while it is looked at. Reading its value costs no memory; labels and exemplars are made when
 * they are asked for. The bytes of its series are the same in each scrape of a target that says the same, so that who
 * knows them need not ask for the labels.
 */
public interface ScrapedSample {
    /** Holds the series as it was written, name and labels; with protobuf, as it would be written in text. */
    byte[] bytes();

    /** Where the series begins in {@link #bytes}. */
    int seriesStart();

    int seriesLength();

    /**
     * The series' labels, its name among them; labels without a value are left out, and bounds of buckets and quantiles are
     * written as numbers with a point ({@code le="1.0"}), whichever way they came.
     *
     * @throws ExpositionException when a label comes twice
     */
    Labels labels() throws ExpositionException;

    /** NaN where {@link #histogram} is there. */
    double value();

    /** Null where the sample is a float. */
    @Nullable
    NativeHistogram histogram();

    boolean hasTimestamp();

    /** In milliseconds; 0 when there is none. */
    long timestamp();

    /** When the counter began to count, in milliseconds; 0 when that is not said. */
    long startTimestamp();

    boolean hasExemplars();

    /**
     * The sample's exemplars.
     *
     * @param otherwise the time of exemplars that bear none, in milliseconds
     */
    List<Exemplar> exemplars(long otherwise) throws ExpositionException;

    /** An error at the place of this sample, for who finds one in it. */
    ExpositionException problem(String text);
}
