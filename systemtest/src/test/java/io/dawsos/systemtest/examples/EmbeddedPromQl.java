package io.dawsos.systemtest.examples;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.tsdb.StoreSettings;
import io.dawsos.observatory.tsdb.TimeSeriesStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

final class EmbeddedPromQl {
    static void store(Path folder, long now) throws IOException {
        try (TimeSeriesStore store = TimeSeriesStore.open(folder, StoreSettings.DEFAULT, InstantSource.system());
                Engine engine = Engine.builder().build()) {
            Labels jobs = Labels.of("__name__", "jobs_total", "queue", "mail");
            store.appender().append(jobs, now - 60_000, 0).append(jobs, now, 30).commit();
            engine.query(store, "sum by (queue) (rate(jobs_total[5m]))", Steps.instant(now))
                    .vector()
                    .forEach(each -> System.out.println(
                            each.labels() + " " + each.column().value(0)));
        }
    }
}
