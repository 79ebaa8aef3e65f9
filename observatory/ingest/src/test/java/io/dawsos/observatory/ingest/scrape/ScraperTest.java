package io.dawsos.observatory.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScraperTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FAST = "global: {scrape_interval: 200ms}\n";

    private final MemorySink sink = new MemorySink();
    private final StepClock clock = new StepClock(Instant.parse("2024-01-01T00:00:00Z"));
    private Exposer exposer;
    private Scraper scraper;

    @BeforeEach
    void start() throws Exception {
        exposer = new Exposer().says("a 1\n");
        scraper = new Scraper(sink, clock, 1 << 20);
    }

    @AfterEach
    void stop() throws Exception {
        scraper.close();
        exposer.close();
    }

    private String job(String name, String rest) {
        return "- {job_name: " + name + ", static_configs: [{targets: ['" + exposer.address() + "']}]" + rest + "}\n";
    }

    private void apply(String jobs) {
        scraper.apply(Jobs.configs(FAST + "scrape_configs:\n" + jobs));
    }

    private void awaitSamples(int count, String job) {
        await().atMost(PATIENCE).until(() -> {
            clock.forward(Duration.ofMillis(50));
            return sink.samples("a", "job", job).size() >= count;
        });
    }

    @Test
    void target_isScrapedOnceAnInterval_atEvenTimes() {
        apply(job("x", ""));
        awaitSamples(5, "x");

        Long before = null;
        for (long time : sink.samples("a", "job", "x").keySet()) {
            assertThat(before == null ? 0 : (time - before) % 200).isZero();
            before = time;
        }
    }

    @Test
    void reload_sameJob_goesOn() {
        apply(job("x", ""));
        awaitSamples(2, "x");
        apply(job("x", "") + job("y", ""));
        awaitSamples(2, "y");

        assertThat(sink.ended("a", "job", "x")).isFalse();
        assertThat(sink.samples("a", "job", "x").values()).noneMatch(value -> value.isNaN());
    }

    @Test
    void reload_jobGone_endsItsSeries() {
        apply(job("x", "") + job("y", ""));
        awaitSamples(1, "x");
        apply(job("y", ""));

        await().atMost(PATIENCE).until(() -> sink.ended("a", "job", "x"));
        assertThat(sink.ended("up", "job", "x")).isTrue();
        assertThat(scraper.targets()).hasSize(1);
    }

    @Test
    void reload_otherRelabelling_isFollowedByTheSameLoop() {
        apply(job("x", ""));
        awaitSamples(2, "x");
        apply(job("x", ", metric_relabel_configs: [{target_label: b, replacement: c}]"));
        await().atMost(PATIENCE).until(() -> {
            clock.forward(Duration.ofMillis(50));
            return !sink.samples("a", "b", "c").isEmpty();
        });

        assertThat(sink.ended("up", "job", "x")).isFalse();
    }

    @Test
    void targetLimit_exceeded_failsAllOfTheJob() {
        apply("- {job_name: x, target_limit: 1, static_configs: [{targets: ['" + exposer.address() + "', 'b:1']}]}\n");

        await().atMost(PATIENCE).until(() -> {
            clock.forward(Duration.ofMillis(50));
            return scraper.targets().stream()
                    .allMatch(target -> target.lastError().startsWith("target_limit exceeded"));
        });
        assertThat(exposer.asked()).isEmpty();
    }

    @Test
    void droppedTargets_areListed() {
        apply("- {job_name: x, keep_dropped_targets: 1, static_configs: [{targets: ['a:1', 'b:1']}],"
                + " relabel_configs: [{action: drop}]}\n");

        assertThat(scraper.droppedTargets()).hasSize(1);
        assertThat(scraper.status().getFirst().dropped()).isEqualTo(2);
        assertThat(scraper.targets()).isEmpty();
    }

    @Test
    void file_changes_isFollowed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("t.yml"), "[{targets: ['" + exposer.address() + "']}]");
        apply("- {job_name: x, file_sd_configs: [{files: ['" + file + "']}]}\n");
        awaitSamples(1, "x");
        Files.writeString(file, "[]  # none is left");
        scraper.refresh();

        await().atMost(PATIENCE).until(() -> sink.ended("a", "job", "x"));
        assertThat(scraper.targets()).isEmpty();
    }

    @Test
    void close_leavesSeriesOpen() throws Exception {
        apply(job("x", ""));
        awaitSamples(1, "x");
        scraper.close();

        assertThat(sink.ended("a", "job", "x")).isFalse();
    }

    @Test
    void status_beforeTheFirstScrape_isUnknown() {
        apply(job("x", ""));

        TargetStatus status = scraper.targets().getFirst();
        assertThat(status.health().text()).isEqualTo("unknown");
        assertThat(status.scrapeUrl()).hasToString("http://" + exposer.address() + "/metrics");
        assertThat(status.lastScrape()).isEqualTo(Instant.EPOCH);
        assertThat(status.globalUrl("box").toString()).startsWith("http://box:").endsWith("/metrics");
    }
}
