package io.dawsos.observatory.promql.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.telemetry.testing.ConformanceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Rule files of others: each expression parses, and parses as the same after printing. */
class AlertRulesConformanceTest {

    @Test
    void alertRules_allExpressions_parseAndPrint() throws IOException {
        allParse("alert-rules");
    }

    @Test
    void promtool_allExpressions_parseAndPrint() throws IOException {
        allParse("promtool");
    }

    @Test
    void rulefmt_allExpressions_parseAndPrint() throws IOException {
        allParse("rulefmt");
    }

    private static void allParse(String folder) throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path file : ConformanceFiles.files(folder, ".yml", ".yaml")) {
            List<String> refused = new ArrayList<>();
            List<String> expressions =
                    expressions(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
            expressions.forEach(query -> check(query, refused));
            System.out.println(folder + "/" + file.getFileName() + ": " + (expressions.size() - refused.size())
                    + " passed, " + refused.size() + " failed, " + expressions.size() + " in all");
            if (expectsBadSyntax(file)) {
                assertThat(refused).as(file.toString()).isNotEmpty();
            } else {
                refused.forEach(problem -> problems.add(file.getFileName() + ": " + problem));
            }
        }
        assertThat(problems).isEmpty();
    }

    /** The files that are there to hold an expression that is none. */
    private static boolean expectsBadSyntax(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("bad-rules-syntax.") || name.startsWith("bad_expr.");
    }

    private static void check(String query, List<String> refused) {
        try {
            Expr expr = PromQl.parse(query);
            if (!PromQl.parse(PromQl.format(expr)).sameAs(expr)
                    || !PromQl.parse(PromQl.text(expr)).sameAs(expr)) {
                refused.add("printed as another: " + query);
            }
        } catch (PromQlException e) {
            refused.add(query + ": " + e.getMessage());
        }
    }

    /** The values of all keys that are called expr, wherever they stand. */
    private static List<String> expressions(Object yaml) {
        List<String> found = new ArrayList<>();
        if (yaml instanceof List<?> list) {
            list.forEach(item -> found.addAll(expressions(item)));
        } else if (yaml instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if ("expr".equals(key)) {
                    found.add(String.valueOf(value));
                } else {
                    found.addAll(expressions(value));
                }
            });
        }
        return found;
    }
}
