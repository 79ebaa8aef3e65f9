package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.promql.parse.SeriesName;
import io.dawsos.observatory.tsdb.StoreSettings;
import io.dawsos.observatory.tsdb.TimeSeriesStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store, an engine and rules over them, for tests. Times are minutes since the start. */
final class RuleBench implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final TimeSeriesStore store;
    final Engine engine = Engine.builder().parallelism(1).build();
    final List<Alert> told = new CopyOnWriteArrayList<>();
    RuleContext context;

    RuleBench(Path folder) throws IOException {
        InstantSource late = InstantSource.fixed(START.plus(Duration.ofDays(1)));
        store = TimeSeriesStore.open(folder, StoreSettings.DEFAULT.withBackground(false), late);
        context =
                RuleContext.of(engine, store, store, InstantSource.fixed(START)).withAlerts(told::addAll);
    }

    static Instant minute(double minute) {
        return START.plusMillis(Math.round(minute * 60_000));
    }

    void put(double minute, String series, double value) throws IOException {
        Labels labels = SeriesName.read(series).labels();
        AppendOutcome outcome = store.appender()
                .append(labels, minute(minute).toEpochMilli(), value)
                .commit();
        if (outcome.refusedInAll() > 0) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    static RuleGroup group(String rules) {
        return RuleFile.parse("rules.yml", "groups:\n- name: g\n" + rules.indent(2))
                .groups()
                .getFirst();
    }

    GroupEvaluation evaluation(String rules) {
        return new GroupEvaluation(group(rules), context);
    }

    /** The result of a query, as it prints. */
    Map<String, Double> ask(double minute, String query) {
        QueryResult result =
                engine.query(store, query, Steps.instant(minute(minute).toEpochMilli()));
        Map<String, Double> values = new TreeMap<>();
        result.vector()
                .forEach(series ->
                        values.put(series.labels().toString(), series.column().value(0)));
        return values;
    }

    @Override
    public void close() throws IOException {
        engine.close();
        store.close();
    }
}
