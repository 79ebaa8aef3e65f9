package io.dawsos.observatory.template;

import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link TemplateFuzzTarget} from the goldens on. */
class TemplateFuzzTest {
    private static final List<String> WORDS = List.of(
            "{{",
            "}}",
            "{{- ",
            " -}}",
            "{{/*",
            "*/}}",
            "{{ end }}",
            "{{ else }}",
            "{{ else if",
            "{{ if",
            "{{ with",
            "{{ range",
            "{{ define \\\"t\\\" }}",
            "{{ template \\\"t\\\"",
            "{{ block \\\"b\\\"",
            "{{ break }}",
            "{{ continue }}",
            "$x",
            ":=",
            "|",
            "printf",
            "\\\"%",
            "%[1]*.[2]d",
            "%v",
            "%q",
            "%#v",
            "index",
            "slice",
            "len",
            "and",
            "or",
            "not",
            "eq",
            "stringSlice",
            ".CommonLabels.url",
            ".CommonLabels.quote",
            "$.Status",
            "<a href=",
            "<script>",
            "</script>",
            "<style>",
            "style=",
            "onclick=",
            "<!--",
            "-->",
            "url(",
            "`",
            "0x1p",
            "1e",
            "'a'");

    @TempDir
    private Path temporary;

    @Test
    void engine_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().inputs(1500, corpus());
    }

    @Test
    @Tag("long")
    void engine_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().minutes(10, corpus());
    }

    private Fuzzing fuzzing() {
        return new Fuzzing(TemplateFuzzTarget.class, "io.dawsos.observatory.template.**", temporary, WORDS);
    }

    private Path corpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        List<Golden> goldens = Golden.all();
        for (int i = 0; i < goldens.size(); i++) {
            Files.writeString(corpus.resolve("template" + i), goldens.get(i).template());
        }
        return corpus;
    }
}
