package io.dawsos.observatory.ingest.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentTypeTest {

    @Test
    void contentType_ofHeader_isFound() {
        assertThat(ContentType.of("text/plain; version=0.0.4; charset=utf-8"))
                .isEqualTo(ContentType.PROMETHEUS_TEXT_0_0_4);
        assertThat(ContentType.of("text/plain;version=1.0.0;escaping=allow-utf-8"))
                .isEqualTo(ContentType.PROMETHEUS_TEXT_1_0_0);
        assertThat(ContentType.of("application/openmetrics-text; version=1.0.0; charset=utf-8"))
                .isEqualTo(ContentType.OPEN_METRICS_1_0_0);
        assertThat(ContentType.of("application/openmetrics-text")).isEqualTo(ContentType.OPEN_METRICS_0_0_1);
        assertThat(ContentType.of(
                        "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited"))
                .isEqualTo(ContentType.PROMETHEUS_PROTO);
    }

    @Test
    void contentType_ofAnotherHeader_isNone() {
        assertThat(ContentType.of(null)).isNull();
        assertThat(ContentType.of("")).isNull();
        assertThat(ContentType.of("text/html")).isNull();
        assertThat(ContentType.of("application/vnd.google.protobuf; encoding=text"))
                .isNull();
    }

    @Test
    void accept_ofTwo_asksForTheFirstTheMost() {
        assertThat(ContentType.accept(List.of(ContentType.OPEN_METRICS_1_0_0, ContentType.PROMETHEUS_TEXT_0_0_4), true))
                .isEqualTo("application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.3,"
                        + "text/plain;version=0.0.4;q=0.2,*/*;q=0.1");
    }
}
