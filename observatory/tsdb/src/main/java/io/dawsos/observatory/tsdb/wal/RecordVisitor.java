package io.dawsos.observatory.tsdb.wal;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Told what is in the log, in the order in which it was written. */
public interface RecordVisitor {
    void series(int ref, Labels labels);

    /** @param histogram null where the sample is a float */
    void sample(int ref, long time, double value, @Nullable NativeHistogram histogram, long start);

    void exemplar(int ref, Exemplar exemplar);

    void metadata(String metric, MetricMetadata metadata);

    /** Samples of both ends are deleted too. */
    void delete(List<Matcher> matchers, long from, long to);

    /** Sealed chunks of a series, times and body in turn: only in a checkpoint. */
    void chunks(int ref, byte[][] chunks);

    /** The end of a checkpoint. */
    void end();
}
