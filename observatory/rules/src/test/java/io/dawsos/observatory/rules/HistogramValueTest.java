package io.dawsos.observatory.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.promql.script.HistogramText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramValueTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {{schema:0 sum:5 count:4 buckets:[1 2 1]}}                | {count:4, sum:5, (0.5,1]:1, (1,2]:2, (2,4]:1}
                    {{schema:0 sum:-1 count:3 z_bucket:2 z_bucket_w:0.001 n_buckets:[1]}} | {count:3, sum:-1, [-1,-0.5):1, [-0.001,0.001]:2}
                    {{schema:-53 sum:2 count:2 custom_values:[5] buckets:[1 1]}} | {count:2, sum:2, [-Inf,5]:1, (5,+Inf]:1}
                    """)
    void histogram_asText_isAsGoPrintsIt(String histogram, String text) {
        assertThat(HistogramValue.text(HistogramText.parse(histogram).value())).isEqualTo(text);
    }
}
