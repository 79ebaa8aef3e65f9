package io.dawsos.observatory.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dawsos.observatory.model.Labels;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetLabelsTest {
    @Test
    void target_sayingNothing_hasJobAndInstance() throws Exception {
        Target target = Jobs.settings("host:9100", "").target();

        assertThat(target.labels()).isEqualTo(Labels.of("job", "j", "instance", "host:9100"));
        assertThat(target.address()).isEqualTo(URI.create("http://host:9100/metrics"));
        assertThat(target.discovered())
                .isEqualTo(Labels.of(
                        "__address__",
                        "host:9100",
                        "__metrics_path__",
                        "/metrics",
                        "__scheme__",
                        "http",
                        "__scrape_interval__",
                        "1m",
                        "__scrape_timeout__",
                        "10s",
                        "job",
                        "j"));
    }

    @Test
    void target_relabelled_isScrapedElsewhere() throws Exception {
        Target target = Jobs.settings("blackbox:9115", """
                metrics_path: /probe, params: {module: [http], x: ['1', '2']},
                relabel_configs: [
                  {source_labels: [__address__], target_label: instance, replacement: 'for $1'},
                  {target_label: __param_target, replacement: 'https://a b/'},
                  {target_label: __scrape_interval__, replacement: 20s},
                  {target_label: __address__, replacement: 'other:1'}]
                """).target();

        assertThat(target.address().toString())
                .startsWith("http://other:1/probe?")
                .contains("module=http", "x=1&x=2", "target=https%3A%2F%2Fa+b%2F");
        assertThat(target.labels().get("instance")).isEqualTo("for blackbox:9115");
        assertThat(target.interval()).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{target_label: __address__, replacement: ''}",
                "{target_label: __address__, replacement: 'a/b'}",
                "{target_label: __address__, replacement: 'a b'}",
                "{target_label: __scheme__, replacement: gopher}",
                "{target_label: __scrape_interval__, replacement: often}",
                "{target_label: __scrape_interval__, replacement: 1s}",
                "{target_label: __scrape_interval__, replacement: 0s}"
            })
    void target_thatCannotBeScraped_isRefused(String rule) {
        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(() -> Jobs.settings("host:1", "relabel_configs: [" + rule + "]"));
    }

    @Test
    void offset_isTheSameAndInTheInterval() throws Exception {
        Target target = Jobs.settings("host:1", "").target();

        assertThat(target.offsetMillis())
                .isBetween(0L, 59_999L)
                .isEqualTo(Jobs.settings("host:1", "").target().offsetMillis());
    }
}
