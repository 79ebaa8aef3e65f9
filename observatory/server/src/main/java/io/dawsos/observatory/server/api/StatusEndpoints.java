package io.dawsos.observatory.server.api;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.server.http.Parameters;
import io.dawsos.observatory.tsdb.StoreStatus;
import io.dawsos.observatory.tsdb.TimeSeriesStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** {@code /api/v1/status/*}: what runs, since when, with which settings, and how full it is. */
final class StatusEndpoints {
    /** The HTTP API that this server speaks, by which clients choose; then its own version. */
    private static final String API_VERSION = "3.0.0";

    private static final int TOP = 10;
    private static final Duration RECENT = Duration.ofHours(1);

    private final ProcessStatus process;
    private final TimeSeriesStore store;
    private final InstantSource clock;

    StatusEndpoints(ProcessStatus process, TimeSeriesStore store, InstantSource clock) {
        this.process = process;
        this.store = store;
        this.clock = clock;
    }

    Answer config(Parameters parameters, Cancellation gone) {
        return object(Map.of("yaml", process.configuration().get()));
    }

    Answer flags(Parameters parameters, Cancellation gone) {
        return object(process.flags());
    }

    Answer build(Parameters parameters, Cancellation gone) {
        Map<String, String> build = new TreeMap<>();
        build.put("version", API_VERSION + "+dawsos." + process.version());
        build.put("revision", "");
        build.put("branch", "");
        build.put("buildUser", "");
        build.put("buildDate", "");
        build.put("goVersion", "java " + Runtime.version().feature());
        return object(build);
    }

    private static Answer object(Map<String, String> values) {
        return new Answer(out -> {
            out.writeStartObject();
            values.forEach(out::writeStringProperty);
            out.writeEndObject();
        });
    }

    Answer runtime(Parameters parameters, Cancellation gone) {
        Runtime runtime = Runtime.getRuntime();
        StoreStatus status = store.status();
        return new Answer(out -> {
            out.writeStartObject();
            out.writeStringProperty("startTime", process.started().toString());
            out.writeStringProperty("CWD", Path.of("").toAbsolutePath().toString());
            out.writeStringProperty("serverTime", clock.instant().toString());
            out.writeBooleanProperty(
                    "reloadConfigSuccess", process.reload().get().successful());
            out.writeStringProperty(
                    "lastConfigTime", process.reload().get().at().toString());
            out.writeNumberProperty("corruptionCount", status.problems().size());
            out.writeNumberProperty("goroutineCount", Thread.activeCount());
            out.writeNumberProperty("GOMAXPROCS", runtime.availableProcessors());
            out.writeNumberProperty("GOMEMLIMIT", runtime.maxMemory());
            out.writeStringProperty("GOGC", "");
            out.writeStringProperty("GODEBUG", "");
            out.writeStringProperty("storageRetention", process.retention());
            out.writeEndObject();
        });
    }

    Answer walReplay(Parameters parameters, Cancellation gone) {
        return new Answer(out -> {
            out.writeStartObject();
            out.writeNumberProperty("min", 0);
            out.writeNumberProperty("max", 0);
            out.writeNumberProperty("current", 0);
            out.writeStringProperty("state", "done");
            out.writeEndObject();
        });
    }

    /** Of the last hour's series. */
    Answer store(Parameters parameters, Cancellation gone) {
        int top = parameters.has("limit") ? Math.max(1, parameters.limit("limit")) : TOP;
        StoreStatus status = store.status();
        Counts counts = new Counts();
        long now = clock.millis();
        try (Stream<Series> all = store.select(new Selection(List.of(), now - RECENT.toMillis(), now))) {
            all.map(Series::labels).forEach(counts::add);
        }
        return new Answer(out -> {
            out.writeStartObject();
            head(out, status, counts.pairs.size());
            counts.write(out, top);
            out.writeEndObject();
        });
    }

    private static void head(JsonGenerator out, StoreStatus status, int pairs) {
        out.writeName("headStats");
        out.writeStartObject();
        out.writeNumberProperty("numSeries", status.series());
        out.writeNumberProperty("numLabelPairs", pairs);
        out.writeNumberProperty("chunkCount", 0);
        out.writeNumberProperty("minTime", status.firstTimestamp());
        out.writeNumberProperty("maxTime", status.lastTimestamp());
        out.writeEndObject();
    }

    /** How often what occurs. */
    private static final class Counts {
        private final Map<String, Long> metrics = new HashMap<>();
        private final Map<String, Long> names = new HashMap<>();
        private final Map<String, Long> memory = new HashMap<>();
        private final Map<String, Long> pairs = new HashMap<>();

        void add(Labels labels) {
            metrics.merge(labels.metricName(), 1L, Long::sum);
            labels.forEach((name, value) -> {
                if (pairs.merge(name + "=" + value, 1L, Long::sum) == 1) {
                    names.merge(name, 1L, Long::sum);
                    memory.merge(name, (long) name.length() + value.length(), Long::sum);
                }
            });
        }

        void write(JsonGenerator out, int top) {
            write(out, "seriesCountByMetricName", metrics, top);
            write(out, "labelValueCountByLabelName", names, top);
            write(out, "memoryInBytesByLabelName", memory, top);
            write(out, "seriesCountByLabelValuePair", pairs, top);
        }

        private static void write(JsonGenerator out, String name, Map<String, Long> counts, int top) {
            out.writeName(name);
            out.writeStartArray();
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(top)
                    .forEach(count -> {
                        out.writeStartObject();
                        out.writeStringProperty("name", count.getKey());
                        out.writeNumberProperty("value", count.getValue());
                        out.writeEndObject();
                    });
            out.writeEndArray();
        }
    }
}
