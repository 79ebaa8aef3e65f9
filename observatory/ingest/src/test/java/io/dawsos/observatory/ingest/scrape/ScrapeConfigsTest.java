package io.dawsos.observatory.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.ingest.exposition.ContentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrapeConfigsTest {
    private static ScrapeConfig first(String yaml) {
        return Jobs.configs(yaml).jobs().getFirst();
    }

    @Test
    void job_sayingNothing_hasPrometheusDefaults() {
        ScrapeConfig job = first("scrape_configs: [{job_name: a}]");

        assertThat(job.interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(job.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(job.metricsPath()).isEqualTo("/metrics");
        assertThat(job.scheme()).isEqualTo("http");
        assertThat(job.honorTimestamps()).isTrue();
        assertThat(job.honorLabels()).isFalse();
    }

    @Test
    void job_sayingNothing_followsGlobal() {
        ScrapeConfig job = first("""
                global: {scrape_interval: 5s, sample_limit: 10, body_size_limit: 1MB, scrape_native_histograms: true}
                scrape_configs: [{job_name: a, label_limit: 3}]
                """);

        assertThat(job.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(job.timeout()).as("not longer than the interval").isEqualTo(Duration.ofSeconds(5));
        assertThat(job.limits()).isEqualTo(new ScrapeLimits(1 << 20, 10, 3, 0, 0, 0, 0));
        assertThat(job.histograms().nativeToo()).isTrue();
    }

    @Test
    void accept_asPrometheusWeighs() {
        ScrapeConfig job =
                first("scrape_configs: [{job_name: a, scrape_protocols: [PrometheusProto, PrometheusText0.0.4]}]");

        assertThat(job.formats().preferred())
                .containsExactly(ContentType.PROMETHEUS_PROTO, ContentType.PROMETHEUS_TEXT_0_0_4);
        assertThat(job.formats().accept(false))
                .endsWith("*/*;q=0.1")
                .contains("q=0.3")
                .contains("q=0.2");
    }

    @Test
    void files_ofJobs_areReadToo(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("one.yml"), "scrape_configs: [{job_name: b}]");
        String root = folder.resolve("prometheus.yml").toString();
        String yaml = "scrape_configs: [{job_name: a}]\nscrape_config_files: ['*.yml', 'none/*.yml']";

        assertThat(ScrapeConfigs.read(ConfigFile.parse(root, yaml).map()).jobs().stream()
                        .map(ScrapeConfig::job))
                .isEqualTo(List.of("a", "b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{metrics_path: /a}                                  | \"job_name\" is missing",
                "{job_name: ''}                                      | wanted a name, got nothing",
                "{job_name: a, scrape_timeout: 2m}                   | longer than the scrape_interval",
                "{job_name: a, scheme: ftp}                          | wanted http or https",
                "{job_name: a, consul_sd_configs: []}                | consul_sd_configs: not supported; write file_sd",
                "{job_name: a, scrape_protocols: [Carrier]}          | no format \"Carrier\"; there are Prometheus",
                "{job_name: a, scrape_protocols: [PrometheusProto, PrometheusProto]} | comes twice",
                "{job_name: a, sample_limit: -1}                     | wanted a limit of 0",
                "{job_name: a, body_size_limit: 10}                  | wanted a size in bytes such as 10MB",
                "{job_name: a, scrap_interval: 1s}                   | did you mean \"scrape_interval\"",
                "{job_name: a, scrape_failure_log_file: f}           | not supported",
                "{job_name: a, convert_classic_histograms_to_nhcb: true} | not supported",
            })
    void job_unusable_isRefused(String job, String message) {
        assertThatThrownBy(() -> Jobs.configs("scrape_configs: [" + job + "]")).hasMessageContaining(message);
    }

    @Test
    void jobs_ofOneName_areRefused() {
        assertThatThrownBy(() -> Jobs.configs("scrape_configs:\n- job_name: a\n- job_name: a\n"))
                .hasMessage("prometheus.yml:3: scrape_configs[1].job_name: there is a job \"a\" already, at"
                        + " prometheus.yml:2");
    }

    @Test
    void rest_isForTheCaller() {
        ConfigMap root = ConfigFile.parse("p.yml", "global: {evaluation_interval: 1m}\nrule_files: [a]")
                .map();
        ScrapeConfigs.read(root);

        assertThat(root.list("rule_files")).hasSize(1);
        assertThatThrownBy(() -> root.need("global").map().end()).hasMessageContaining("evaluation_interval");
    }

    @Test
    void fingerprint_followsJobAndGlobal() {
        String job = "scrape_configs: [{job_name: a}]";

        assertThat(first(job).fingerprint()).isEqualTo(first(job).fingerprint());
        assertThat(first("global: {sample_limit: 1}\n" + job).fingerprint())
                .isNotEqualTo(first(job).fingerprint());
    }
}
