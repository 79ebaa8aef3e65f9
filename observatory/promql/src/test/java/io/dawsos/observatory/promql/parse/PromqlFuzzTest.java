package io.dawsos.observatory.promql.parse;

import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link PromqlFuzzTarget} from sample queries on. */
class PromqlFuzzTest {
    private static final List<String> SAMPLES = List.of(
            "sum by (job, \"a.b\") (rate(http_requests_total{code=~\"5..\", x!='y'}[5m] offset -1h @ end()))",
            "a + on (x) group_left (y) fill_left (-1) fill (NaN) b / ignoring () c",
            "topk(5, -x ^ 2 ^ -3) > bool 1e3",
            "max_over_time(rate(x[5m])[1h30m:step() * 2] @ 1.5 offset (step() + 1m))",
            "x[min_of(1m, 2 * range()) + -5m % 3] smoothed",
            "info(x, {v=~\".+\"}) unless y and z or {\"q\\x41\\u00e9\", le=\"1\"}",
            "label_replace(x, `a`, '$1', \"b\", \"(.*)\") # comment",
            "count_values without () (\"v\", x atan2 0x1F % 0755) </ 1_000",
            "sum(((1))) == 2 != 3 <= 4");

    private static final List<String> WORDS = List.of(
            "and",
            "or",
            "unless",
            "atan2",
            "sum",
            "by",
            "without",
            "on",
            "ignoring",
            "group_left",
            "group_right",
            "bool",
            "offset",
            "@",
            "start()",
            "end()",
            "step()",
            "range()",
            "min_of(",
            "max_of(",
            "anchored",
            "smoothed",
            "fill(",
            "fill_left(",
            "fill_right(",
            "[5m]",
            "[5m:1m]",
            "{",
            "}",
            "=~",
            "!~",
            "!=",
            "==",
            ">=",
            "</",
            ">/",
            "^",
            "inf",
            "NaN",
            "0x1f",
            "1h30m",
            "rate(",
            "info(",
            "topk(",
            "__name__",
            "\\\"",
            "`",
            "#");

    @TempDir
    private Path temporary;

    @Test
    void parser_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().inputs(6000, corpus());
    }

    @Test
    @Tag("long")
    void parser_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().minutes(10, corpus());
    }

    private Fuzzing fuzzing() {
        return new Fuzzing(PromqlFuzzTarget.class, "io.dawsos.observatory.promql.**", temporary, WORDS);
    }

    private Path corpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        for (int i = 0; i < SAMPLES.size(); i++) {
            Files.writeString(corpus.resolve("query" + i), SAMPLES.get(i));
        }
        return corpus;
    }
}
