package io.dawsos.observatory.rules.check;

import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link RuleFormatFuzzTarget} from sample files on. */
class RuleFormatFuzzTest {
    private static final List<String> SAMPLES = List.of(
            "groups:\n- name: a\n  rules:\n  - record: b\n    expr: sum( up )by(job)  # c\n    labels: {d: e}\n",
            "groups:\n  - rules:\n      - expr: |\n          up\n            ==0\n\n      # c\n      - 'expr': \"a=='x'\"\n",
            "groups: [{rules: [{expr: 'up==0'}, {expr: up}]}]\n",
            "groups:\n- rules:\n  - expr: >-\n      a and\n      b\n  - expr: &x \"a\\n +b\"\n  - expr: *x\n");

    private static final List<String> WORDS = List.of(
            "groups:", "rules:", "expr:", "|", "|-", ">", ">2+", "- ", "    ", "'", "\\\"", "&x ", "*x", "{", "}", "#",
            "!!str ");

    @TempDir
    private Path temporary;

    @Test
    void format_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().inputs(1200, corpus());
    }

    @Test
    @Tag("long")
    void format_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().minutes(10, corpus());
    }

    private Fuzzing fuzzing() {
        return new Fuzzing(RuleFormatFuzzTarget.class, "io.dawsos.observatory.rules.check.**", temporary, WORDS);
    }

    private Path corpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        for (int i = 0; i < SAMPLES.size(); i++) {
            Files.writeString(corpus.resolve("rules" + i), SAMPLES.get(i));
        }
        return corpus;
    }
}
