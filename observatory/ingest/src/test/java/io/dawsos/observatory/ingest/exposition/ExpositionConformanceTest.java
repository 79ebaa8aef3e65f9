package io.dawsos.observatory.ingest.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.telemetry.testing.ConformanceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scrapes of others: every line parses, and says what the text says. */
class ExpositionConformanceTest {

    @Test
    void exposition_everyLine_parses() throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path file : ConformanceFiles.files("exposition", ".txt")) {
            int before = problems.size();
            List<String> lines = Files.readAllLines(file);
            RecordedScrape scrape = RecordedScrape.of(Files.readAllBytes(file), type(lines), ExpositionOptions.DEFAULT);
            List<String> samples =
                    lines.stream().filter(line -> !line.startsWith("#")).toList();
            for (int i = 0; i < Math.max(samples.size(), scrape.samples.size()); i++) {
                compare(file, i, samples, scrape.samples, problems);
            }
            long described =
                    lines.stream().filter(ExpositionConformanceTest::describes).count();
            if (scrape.metadata.size() != described) {
                problems.add(file + ": " + scrape.metadata.size() + " lines of metadata for " + described);
            }
            int failed = problems.size() - before;
            System.out.println("exposition/" + file.getFileName() + ": " + (samples.size() - failed) + " passed, "
                    + failed + " failed");
        }
        assertThat(problems).isEmpty();
    }

    private static ContentType type(List<String> lines) {
        return lines.getLast().equals("# EOF") ? ContentType.OPEN_METRICS_1_0_0 : ContentType.PROMETHEUS_TEXT_0_0_4;
    }

    private static boolean describes(String line) {
        return line.startsWith("# HELP ") || line.startsWith("# TYPE ") || line.startsWith("# UNIT ");
    }

    private static void compare(
            Path file, int i, List<String> lines, List<RecordedScrape.Recorded> samples, List<String> problems) {
        String line = i < lines.size() ? lines.get(i) : "";
        if (i >= samples.size() || i >= lines.size()) {
            problems.add(file + ": a sample too many or too few: " + line);
            return;
        }
        RecordedScrape.Recorded sample = samples.get(i);
        String rest = line.substring(Math.min(line.length(), sample.series().length()));
        double value = Double.parseDouble(
                rest.strip().split(" ", -1)[0].replace("Inf", "Infinity").replace("nan", "NaN"));
        boolean same = line.startsWith(sample.series())
                && Double.compare(value, sample.value()) == 0
                && labelsAgree(sample)
                && rest.contains(" # {") == !sample.exemplars().isEmpty();
        if (!same) {
            problems.add(file + ": " + line + " was read as " + sample);
        }
    }

    /** Each label stands in the text as it was read, but for the bounds, whose numbers may be written otherwise. */
    private static boolean labelsAgree(RecordedScrape.Recorded sample) {
        boolean[] agree = {true};
        sample.labels().forEach((name, value) -> {
            boolean bound = name.equals(Bounds.BUCKET) || name.equals(Bounds.QUANTILE);
            agree[0] &= name.equals("__name__")
                    ? sample.series().startsWith(value)
                    : bound || sample.series().contains(name + "=\"" + escaped(value) + "\"");
        });
        return agree[0];
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
