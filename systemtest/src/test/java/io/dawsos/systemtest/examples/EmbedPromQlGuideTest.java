package io.dawsos.systemtest.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedPromQlGuideTest {
    private static final Path SOURCES = Path.of("src/test/java/io/dawsos/systemtest/examples");

    @ParameterizedTest
    @ValueSource(strings = {"EmbeddedPromQl", "BacklogAlertTest"})
    void guide_example_isTheSourceThatRuns(String example) throws IOException {
        String source = Files.readString(SOURCES.resolve(example + ".java"));
        assertThat(Files.readString(Path.of("../docs/guides/embed-promql.md")))
                .contains("```java\n" + source + "```\n");
    }

    @Test
    void program_run_printsWhatTheGuideSays(@TempDir Path folder) throws IOException {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            EmbeddedPromQl.store(folder, System.currentTimeMillis());
        } finally {
            System.setOut(console);
        }
        String line = printed.toString(StandardCharsets.UTF_8).strip();
        assertThat(line).startsWith("{queue=\"mail\"} ");
        assertThat(Files.readString(Path.of("../docs/guides/embed-promql.md"))).contains(line);
    }
}
