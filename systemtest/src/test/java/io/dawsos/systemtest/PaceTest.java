package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaceTest {

    private static final Pattern DURATION = Pattern.compile("(?<![\\w.])\\d+[smhd]\\b");

    static List<Path> files() throws IOException {
        return Stream.of("deploy/prometheus", "deploy/prometheus/rules", "deploy/alertmanager")
                .flatMap(folder -> files(folder).stream())
                .toList();
    }

    private static List<Path> files(String folder) {
        try {
            return PromQuery.files(folder, ".yml");
        } catch (IOException e) {
            throw new AssertionError(folder + " cannot be listed", e);
        }
    }

    @Test
    void pace_ofTwenty_dividesSettingsRangesAndAgesAndNothingElse() {
        assertThat(new Pace(20).of("""
                - record: job:x:rate5m
                  expr: rate(x[5m]) > 1.2 and on (job) time() - process_start_time_seconds < 600
                    or deadline > time() - 600 - (0 < max(pricing_pack_late_seconds) < 15)
                  for: 5s
                  annotations:
                    summary: 5m ago
                - group_wait: 1s
                """)).isEqualTo("""
                - record: job:x:rate5m
                  expr: rate(x[15000ms]) > 1.2 and on (job) time() - process_start_time_seconds < 30.0
                    or deadline > time() - 30.0 - (0 < max(pricing_pack_late_seconds) < 0.75)
                  for: 250ms
                  annotations:
                    summary: 5m ago
                - group_wait: 50ms
                """);
        assertThat(new Pace(20).of(Duration.ofMinutes(10))).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @MethodSource("files")
    void pace_shipped_leavesFilesAsTheyAre(Path file) throws IOException {
        assertThat(Pace.SHIPPED.of(Files.readString(file))).isEqualTo(Files.readString(file));
    }

    /** A duration in a form that is not known here would be ten minutes in a test of two. */
    @ParameterizedTest
    @MethodSource("files")
    void pace_shortened_leavesNoDurationButInWords(Path file) throws IOException {
        assertThat(Pace.SHORTENED.of(Files.readString(file)).lines())
                .filteredOn(line -> !line.strip().startsWith("#"))
                .noneMatch(line -> DURATION.matcher(line).find());
    }
}
