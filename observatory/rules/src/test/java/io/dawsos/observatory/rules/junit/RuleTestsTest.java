package io.dawsos.observatory.rules.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleTestsTest {
    @TempDir
    Path folder;

    private List<DynamicTest> tests(String text) throws IOException {
        Files.writeString(folder.resolve("queue.yml"), text);
        return RuleTests.in(folder).toList();
    }

    @Test
    void tests_ofAFolder_areNamedByFileAndTestAndKnowTheirLine() throws Throwable {
        List<DynamicTest> tests = tests("""
                tests:
                  - name: one is one
                    promql_expr_test: [{expr: "1", exp_samples: [{value: 1}]}]
                  - promql_expr_test: [{expr: "2", exp_samples: [{value: 2}]}]
                """);
        assertThat(tests)
                .extracting(DynamicTest::getDisplayName)
                .containsExactly("queue.yml: one is one", "queue.yml: test in line 4");
        assertThat(tests.getFirst().getTestSourceUri().orElseThrow())
                .hasToString(folder.resolve("queue.yml").toUri() + "?line=2");
        for (DynamicTest test : tests) {
            test.getExecutable().execute();
        }
    }

    @Test
    void test_fails_saysWhereAndWhatDiffers() throws IOException {
        List<DynamicTest> tests = tests("""
                tests:
                  - promql_expr_test:
                      - {expr: "1", exp_samples: [{value: 2}]}
                """);
        assertThatThrownBy(() -> tests.getFirst().getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessage(folder.resolve("queue.yml") + ":3: expr 1 at 0s\n  - {} 2\n  + {} 1");
    }

    @Test
    void test_assertsNothing_fails() throws IOException {
        List<DynamicTest> tests = tests("tests:\n  - name: nothing\n");
        assertThatThrownBy(() -> tests.getFirst().getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("queue.yml:2: asserts nothing");
    }

    @Test
    void folder_withoutFiles_isRefused() {
        assertThatThrownBy(() -> RuleTests.in(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there are no .yml files");
    }
}
