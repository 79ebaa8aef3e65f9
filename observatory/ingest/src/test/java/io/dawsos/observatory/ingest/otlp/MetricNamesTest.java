package io.dawsos.observatory.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricNamesTest {

    @ParameterizedTest
    @CsvSource({
        "UNDERSCORE_ESCAPING_WITH_SUFFIXES,http.wait,s,OTHER,http_wait_seconds",
        "UNDERSCORE_ESCAPING_WITH_SUFFIXES,http.wait.seconds,s,OTHER,http_wait_seconds",
        "UNDERSCORE_ESCAPING_WITH_SUFFIXES,http.total.requests,{r},COUNTER,http_requests_total",
        "UNDERSCORE_ESCAPING_WITH_SUFFIXES,io_total,By,COUNTER,io_bytes_total",
        "UNDERSCORE_ESCAPING_WITH_SUFFIXES,speed,By/s,GAUGE,speed_bytes_per_second",
        "UNDERSCORE_ESCAPING_WITH_SUFFIXES,use,1,GAUGE,use_ratio",
        "UNDERSCORE_ESCAPING_WITH_SUFFIXES,use,1,COUNTER,use_total",
        "UNDERSCORE_ESCAPING_WITH_SUFFIXES,use,%,GAUGE,use_percent",
        "UNDERSCORE_ESCAPING_WITH_SUFFIXES,2nd__level,,GAUGE,_2nd_level",
        "UNDERSCORE_ESCAPING_WITH_SUFFIXES,odd,m.q/fort,OTHER,odd_m_q_per_fort",
        "UNDERSCORE_ESCAPING_WITHOUT_SUFFIXES,http.wait__x,s,COUNTER,http_wait__x",
        "NO_UTF8_ESCAPING_WITH_SUFFIXES,http.wait,s,COUNTER,http.wait_seconds_total",
        "NO_UTF8_ESCAPING_WITH_SUFFIXES,http.wait_total,s,COUNTER,http.wait_seconds_total",
        "NO_UTF8_ESCAPING_WITH_SUFFIXES,use,1,GAUGE,use_ratio",
        "NO_TRANSLATION,http.wait,s,COUNTER,http.wait",
    })
    void name_byStrategy_isAsPrometheusMakesIt(
            TranslationStrategy strategy, String name, String unit, MetricNames.Kind kind, String wanted) {
        assertThat(new MetricNames(strategy).of(name, unit == null ? "" : unit, kind))
                .isEqualTo(wanted);
    }
}
