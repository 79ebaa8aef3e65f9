package io.dawsos.observatory.promql.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.PromQlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same generated queries over the same generated samples, through this engine and through the installed Prometheus
 * (Debian's 2.42). Steps are on half seconds and samples are not, so that no sample lies on the edge of a range, where
 * Prometheus 3 counts otherwise.
 */
class PrometheusDifferentialTest {
    private static final Steps STEPS = new Steps(1_700_000_000_500L, 45_000, 30);
    private static final int SHORT = 500;
    private static final int LONG = 8000;
    /** More known differences than one query in this many would hide unknown ones. */
    private static final int RARE = 20;

    @TempDir
    Path folder;

    private final Map<KnownDifference, Integer> known = new EnumMap<>(KnownDifference.class);
    private final List<String> unknown = new ArrayList<>();
    private int withResult;

    @Test
    void generatedQueries_bothEngines_giveTheSame() throws IOException, InterruptedException {
        compare(0, SHORT);
    }

    @Test
    @Tag("long")
    void generatedQueries_thousands_giveTheSame() throws IOException, InterruptedException {
        compare(SHORT, SHORT + LONG);
    }

    private void compare(int from, int to) throws IOException, InterruptedException {
        assumeTrue(RealPrometheus.isInstalled(), "prometheus and promtool are not installed");
        MemorySource source =
                new DataGenerator(new Random(4), STEPS.start() - 4_000_000, STEPS.end() + 300_000, false).source();
        try (RealPrometheus prometheus = RealPrometheus.start(folder, source);
                Engine engine = Engine.builder().build()) {
            for (int i = from; i < to; i++) {
                String query = new QueryGenerator(new Random(i * 7919L)).query();
                judge(query, difference(query, source, prometheus, engine));
            }
        }
        System.out.println("differential: " + (to - from) + " queries, " + withResult + " with a result, "
                + unknown.size() + " unexplained; explained:");
        known.forEach((difference, count) ->
                System.out.println("  " + count + " " + difference + ": " + difference.reason()));
        assertThat(unknown).isEmpty();
        assertThat(withResult).isGreaterThan((to - from) / 2);
        assertThat(known.values().stream().mapToInt(count -> count).sum()).isLessThan((to - from) / RARE);
    }

    private void judge(String query, String difference) {
        if (difference.isEmpty()) {
            return;
        }
        Optional<KnownDifference> reason = KnownDifference.of(query, difference);
        if (reason.isPresent()) {
            known.merge(reason.get(), 1, Integer::sum);
        } else {
            unknown.add(query + "\n    " + difference);
        }
    }

    /** In words; empty when both give the same, or both fail. */
    private String difference(String query, MemorySource source, RealPrometheus prometheus, Engine engine)
            throws IOException, InterruptedException {
        RealPrometheus.Answer wanted = prometheus.query(query, STEPS);
        try {
            var got = Answers.of(engine.query(source, query, STEPS));
            withResult += got.isEmpty() ? 0 : 1;
            return wanted.error().isEmpty()
                    ? Answers.difference(wanted.series(), got)
                    : "Prometheus fails: " + wanted.error();
        } catch (PromQlException e) {
            return wanted.error().isEmpty() ? "the engine fails: " + e.getMessage() : "";
        }
    }
}
