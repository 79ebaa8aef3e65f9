package io.dawsos.observatory.config;

import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link YamlFuzzTarget} from sample files on. */
class YamlFuzzTest {
    private static final List<String> SAMPLES = List.of(
            "global:\n  scrape_interval: 1h30m\nscrape_configs:\n- job_name: 'a'\n  static_configs: [{targets: [\"b:1\"]}]\n",
            "a: &x {k: 1, l: [1.5, .inf, ~, 0x1f, 1_000]}\nb: {<<: *x, m: yes}\nc: *x\n",
            "text: |\n  one\n   two\nfolded: >-\n  three\n  four\nquoted: \"\\u00e9\\x41\\n\"\n",
            "%YAML 1.2\n---\n? key\n: !!str 12 # comment\n...\n",
            "{\"a\": [1, true, null, \"10MB\"], \"b\": {}}");

    private static final List<String> WORDS = List.of(
            "- ",
            ": ",
            "? ",
            "|\\x0a",
            ">-",
            "&a",
            "*a",
            "<<: *a",
            "!!str",
            "!!binary",
            "---\\x0a",
            "...\\x0a",
            "%YAML 1.2",
            "\\\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "# ",
            "\\x0a  ",
            "~",
            "null",
            "true",
            "1h30m",
            ".inf",
            "0x",
            "1e5",
            "\\xef\\xbb\\xbf");

    @TempDir
    private Path temporary;

    @Test
    void reader_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().inputs(1500, corpus());
    }

    @Test
    @Tag("long")
    void reader_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().minutes(10, corpus());
    }

    private Fuzzing fuzzing() {
        return new Fuzzing(YamlFuzzTarget.class, "io.dawsos.observatory.config.**", temporary, WORDS);
    }

    private Path corpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        for (int i = 0; i < SAMPLES.size(); i++) {
            Files.writeString(corpus.resolve("file" + i), SAMPLES.get(i));
        }
        return corpus;
    }
}
