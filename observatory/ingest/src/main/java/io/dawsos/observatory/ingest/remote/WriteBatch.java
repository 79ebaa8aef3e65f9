package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Refusal;
import io.dawsos.observatory.model.SeriesSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one message wants stored. Floats, histograms and exemplars are committed one after the other, since the sender is
 * told how many of each are stored, and exemplars want their series to be there.
 */
final class WriteBatch implements SeriesVisitor {
    private static final int TOLD = 5;

    /** A message with more items than are taken at once. */
    static final class TooManyException extends RuntimeException {
        TooManyException(int most) {
            super("a message of remote write has " + most + " samples, exemplars and lines of metadata at most; send"
                    + " fewer at once");
        }
    }

    private final int most;
    private final Appender floats;
    private final Appender histograms;
    private final Appender others;
    private final List<String> problems = new ArrayList<>();
    private Labels series = Labels.EMPTY;
    private boolean valid;
    private long bad;
    private long exemplars;
    private int items;

    WriteBatch(SeriesSink sink, int most) {
        this.most = most;
        floats = sink.appender();
        histograms = sink.appender();
        others = sink.appender();
    }

    @Override
    public void series(Labels labels, String problem) {
        series = labels;
        valid = problem.isEmpty() && labels.has(Labels.METRIC_NAME);
        if (!valid) {
            told(problem.isEmpty() ? "the series " + labels + " has no " + Labels.METRIC_NAME : problem);
        }
    }

    private void count() {
        items++;
        if (items > most) {
            throw new TooManyException(most);
        }
    }

    private void told(String problem) {
        if (problems.size() < TOLD) {
            problems.add(problem);
        }
    }

    @Override
    public void sample(long timestamp, double value, long start) {
        count();
        if (!valid) {
            bad++;
            return;
        }
        floats.append(series, timestamp, value);
        if (start != 0) {
            floats.startedAt(start);
        }
    }

    @Override
    public void histogram(long timestamp, NativeHistogram histogram, long start) {
        count();
        if (!valid) {
            bad++;
            return;
        }
        histograms.append(series, timestamp, histogram);
        if (start != 0) {
            histograms.startedAt(start);
        }
    }

    @Override
    public void badHistogram(String problem) {
        bad++;
        told(series + ": " + problem);
    }

    @Override
    public void exemplar(Exemplar exemplar) {
        count();
        if (valid) {
            exemplars++;
            others.exemplar(series, exemplar);
        }
    }

    @Override
    public void metadata(String metric, MetricMetadata metadata) {
        count();
        others.metadata(metric, metadata);
    }

    RemoteWriteAnswer commit() throws IOException {
        AppendOutcome stored = floats.commit();
        AppendOutcome storedHistograms = histograms.commit();
        AppendOutcome other = others.commit();
        long lost = other.refusedInAll() - other.refused(Refusal.METADATA_LIMIT);
        Map<String, String> headers = Map.of(
                "X-Prometheus-Remote-Write-Samples-Written", written(stored),
                "X-Prometheus-Remote-Write-Histograms-Written", written(storedHistograms),
                "X-Prometheus-Remote-Write-Exemplars-Written", Long.toString(Math.max(0, exemplars - lost)));
        long refused = stored.refusedInAll() + storedHistograms.refusedInAll() + bad;
        if (refused == 0 && problems.isEmpty()) {
            return new RemoteWriteAnswer(204, headers, "");
        }
        stored.examples().forEach(this::told);
        storedHistograms.examples().forEach(this::told);
        return new RemoteWriteAnswer(400, headers, refused + " samples are not stored: " + String.join("; ", problems));
    }

    private static String written(AppendOutcome outcome) {
        return Long.toString(outcome.appended() + outcome.unchanged());
    }

    void rollback() {
        floats.rollback();
        histograms.rollback();
        others.rollback();
    }
}
