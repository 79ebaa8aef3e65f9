package io.dawsos.observatory.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules evaluated at once give what they give one after the other, whichever read and write whose series. */
class ConcurrentRulesTest {
    private static final int RULES = 12;
    private static final int NAMES = 8;

    @TempDir
    private Path folder;

    @Test
    void rules_thatReadEachOther_giveTheSameAtOnceAsInOrder() throws IOException {
        for (int seed = 1; seed <= 8; seed++) {
            String rules = rules(new Random(seed));
            assertThat(results(rules, 4, "many" + seed)).as(rules).isEqualTo(results(rules, 1, "one" + seed));
        }
    }

    private static String rules(Random random) {
        StringBuilder rules = new StringBuilder("rules:\n");
        for (int i = 0; i < RULES; i++) {
            String read = "r" + random.nextInt(NAMES);
            String expr =
                    switch (random.nextInt(4)) {
                        case 0 -> "vector(" + i + ")";
                        case 1 -> "count({__name__=~\"r.\"})";
                        case 2 -> "sum(" + read + ") + " + i;
                        default -> "(" + read + " or vector(1)) * 3";
                    };
            rules.append(
                    random.nextInt(5) == 0
                            ? "- {alert: A" + i + ", expr: '"
                            : "- {record: r" + random.nextInt(NAMES) + ", expr: '");
            rules.append(expr).append("'}\n");
        }
        return rules.toString();
    }

    private List<Map<String, Double>> results(String rules, int concurrency, String name) throws IOException {
        List<Map<String, Double>> results = new ArrayList<>();
        try (RuleBench bench = new RuleBench(Files.createDirectories(folder.resolve(name)))) {
            bench.context = bench.context.withSettings(RuleSettings.DEFAULT.withConcurrency(concurrency));
            GroupEvaluation group = bench.evaluation(rules);
            for (int minute = 1; minute < 6; minute++) {
                group.evaluate(RuleBench.minute(minute));
                results.add(bench.ask(minute, "{__name__=~\"r.|ALERTS\"}"));
            }
        }
        return results;
    }
}
