package io.dawsos.observatory.alertmanager.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our default templates through amtool: the original engine reads them, and gives the same; skipped without amtool. */
class DefaultTemplatesConformanceTest {
    private static final Path AMTOOL = Path.of("/usr/bin/amtool");
    private static final List<String> NAMES = List.of(
            "slack.default.title",
            "slack.default.fallback",
            "pagerduty.default.description",
            "pagerduty.default.clientURL",
            "opsgenie.default.description",
            "telegram.default.message",
            "discord.default.message",
            "msteams.default.text",
            "msteamsv2.default.text",
            "email.default.subject");

    @TempDir
    private Path folder;

    @Test
    void defaults_throughAmtool_areTheSame() throws Exception {
        assumeTrue(Files.isExecutable(AMTOOL), "no amtool at " + AMTOOL);
        Path templates = folder.resolve("default.tmpl");
        try (InputStream in = Objects.requireNonNull(NotificationTemplates.class.getResourceAsStream("default.tmpl"))) {
            Files.copy(in, templates);
        }
        Path data = Files.writeString(folder.resolve("data.json"), GoJson.text(Samples.data()));
        NotificationTemplates ours = NotificationTemplates.read(List.of(), InstantSource.system());
        for (String name : NAMES) {
            String call = "{{ template \"" + name + "\" . }}";
            assertThat(ours.text(call, Samples.data())).as(name).isEqualTo(amtool(call, templates, data));
        }
    }

    private String amtool(String text, Path templates, Path data) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process amtool = new ProcessBuilder(
                        AMTOOL.toString(),
                        "template",
                        "render",
                        "--template.glob=" + templates,
                        "--template.data=" + data,
                        "--template.text=" + text)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(amtool.waitFor(30, TimeUnit.SECONDS)).as("amtool ended").isTrue();
        assertThat(amtool.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
