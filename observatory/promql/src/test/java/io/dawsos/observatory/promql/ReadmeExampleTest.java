package io.dawsos.observatory.promql;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.promql.script.ScriptStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's example, which is kept the same as the lines here. */
class ReadmeExampleTest {
    private static final Path SOURCE = Path.of("src/test/java/io/dawsos/observatory/promql/ReadmeExampleTest.java");

    @Test
    void readme_example_runs() {
        // example
        ScriptStore store = new ScriptStore();
        for (int minute = 0; minute <= 10; minute++) {
            store.add(Labels.of("__name__", "jobs_total", "queue", "mail"), minute * 60_000L, minute * 30);
        }
        String perSecond;
        try (Engine engine = Engine.builder().build()) {
            QueryResult result = engine.query(store, "sum by (queue) (rate(jobs_total[5m]))", Steps.instant(600_000));
            QueryResult.VectorSeries mail = result.vector().getFirst();
            perSecond = mail.labels() + " " + mail.column().value(0);
        }
        // end
        assertThat(perSecond).isEqualTo("{queue=\"mail\"} 0.5");
    }

    @Test
    void readme_holdsTheExample() throws IOException {
        List<String> source = Files.readAllLines(SOURCE);
        int start = source.indexOf("        // example") + 1;
        List<String> example = source.subList(start, source.indexOf("        // end")).stream()
                .map(line -> line.substring(8))
                .toList();
        assertThat(example).isNotEmpty();
        assertThat(Files.readString(Path.of("README.md"))).contains(String.join("\n", example));
    }
}
