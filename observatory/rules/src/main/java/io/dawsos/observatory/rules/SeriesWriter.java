package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.SeriesSink;
import io.dawsos.observatory.model.StaleMarker;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes what a rule gives, and ends the series that it gave the time before and gives no more. */
final class SeriesWriter {
    private final SeriesSink sink;
    private Set<Labels> written = Set.of();

    SeriesWriter(SeriesSink sink) {
        this.sink = sink;
    }

    /** The series of the last time. */
    synchronized Set<Labels> written() {
        return written;
    }

    /** Takes over the series of the writer that this one follows. */
    synchronized void continueFrom(Set<Labels> before) {
        written = before;
    }

    /**
     * @param time in milliseconds
     * @throws IOException when nothing could be stored
     * @throws RuleFailure when some of it was refused
     */
    synchronized void write(List<RuleSample> samples, long time) throws IOException {
        Appender appender = sink.appender();
        Set<Labels> now = new HashSet<>();
        for (RuleSample sample : samples) {
            append(appender, sample, time);
            now.add(sample.labels());
        }
        for (Labels series : written) {
            if (!now.contains(series)) {
                appender.append(series, time, StaleMarker.value());
            }
        }
        if (appender.size() > 0) {
            AppendOutcome outcome = appender.commit();
            written = now;
            check(outcome);
        }
    }

    private static void append(Appender appender, RuleSample sample, long time) {
        NativeHistogram histogram = sample.histogram();
        if (histogram == null) {
            appender.append(sample.labels(), time, sample.value());
        } else {
            appender.append(sample.labels(), time, histogram);
        }
    }

    private static void check(AppendOutcome outcome) {
        if (outcome.refusedInAll() > 0) {
            throw new RuleFailure("the store refused " + outcome.refusedInAll() + " samples, such as "
                    + String.join("; ", outcome.examples()));
        }
    }

    /** Ends series; what has newer samples is left as it is. */
    static void end(SeriesSink sink, Collection<Labels> series, long time) throws IOException {
        Appender appender = sink.appender();
        series.forEach(one -> appender.append(one, time, StaleMarker.value()));
        if (appender.size() > 0) {
            appender.commit();
        }
    }
}
