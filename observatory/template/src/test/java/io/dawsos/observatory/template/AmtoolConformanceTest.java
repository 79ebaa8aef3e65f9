package io.dawsos.observatory.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same templates through amtool, which is Go's engine itself; skipped where there is none. */
class AmtoolConformanceTest {
    private static final Path AMTOOL = Path.of("/usr/bin/amtool");

    @TempDir
    private Path temporary;

    @Test
    void amtool_goldens_agrees() throws Exception {
        assumeTrue(Files.isExecutable(AMTOOL), "no amtool at " + AMTOOL);
        Path data = temporary.resolve("golden.json");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/golden.json"))) {
            Files.copy(in, data);
        }
        List<String> differences = new ArrayList<>();
        for (Golden golden : Golden.all()) {
            compare(golden, data, differences);
        }
        assertThat(differences).isEmpty();
    }

    private void compare(Golden golden, Path data, List<String> differences) throws IOException, InterruptedException {
        Path output = temporary.resolve("output");
        Process amtool = new ProcessBuilder(
                        AMTOOL.toString(),
                        "template",
                        "render",
                        "--template.glob=" + temporary.resolve("none*"),
                        "--template.data=" + data,
                        "--template.type=" + (golden.html() ? "html" : "text"),
                        "--template.text=" + golden.template())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(amtool.waitFor(30, TimeUnit.SECONDS)).as("amtool ended").isTrue();
        String told = Files.readString(output);
        boolean failed = amtool.exitValue() != 0;
        if (!golden.newer() && (failed != golden.fails() || (!failed && !told.equals(golden.expected())))) {
            differences.add(golden + "\n  amtool: " + told + "  golden: " + golden.expected());
        }
    }
}
