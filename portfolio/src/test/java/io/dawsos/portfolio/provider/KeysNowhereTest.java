package io.dawsos.portfolio.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.dawsos.telemetry.testing.MemorySpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Keys are in every address that is called, and must be nowhere else. */
class KeysNowhereTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getLevel() + " " + event.getFormattedMessage() + " " + event.getKeyValuePairs() + " "
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ch.qos.logback.classic.spi.ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void stop() {
        root.detachAppender(appender);
    }

    @Test
    void keys_whateverGoesWrong_areInNoSpanLogMetricOrException() {
        List<String> told = new ArrayList<>();
        int before = MemorySpans.all().size();
        for (ChaosModesTest.Asked asked : ChaosModesTest.QUESTIONS) {
            for (String mode : List.of("ok", "fail", "garbage&kind=types", "limit&retry_after=1", "stall")) {
                told.addAll(run(asked, mode));
            }
        }

        List<SpanData> spans = MemorySpans.all().stream().skip(before).toList();
        assertThat(spans).extracting(SpanData::getName).contains("GET", "provider.request");
        assertThat(spans.stream().map(Object::toString))
                .anyMatch(span -> span.contains("apikey=") && span.contains("redacted"))
                .anyMatch(span -> span.contains("circuit_breaker.transition"))
                .noneMatch(KeysNowhereTest::hasKey);
        assertThat(logged).anyMatch(line -> line.contains("circuit breaker of fmp is OPEN"));
        assertThat(logged).noneMatch(KeysNowhereTest::hasKey);
        assertThat(told).isNotEmpty().noneMatch(KeysNowhereTest::hasKey);
    }

    /** Within a trace, as jobs and requests are. */
    private static List<String> run(ChaosModesTest.Asked asked, String mode) {
        List<String> told = new ArrayList<>();
        try (Bench bench = new Bench(java.util.Map.of("DAWSOS_PROVIDER_ATTEMPT_LIMIT", "200ms"))) {
            bench.chaos(asked.provider() + "?mode=" + mode);
            Span job = bench.telemetry.tracer().spanBuilder("job").startSpan();
            try (Scope _ = job.makeCurrent()) {
                Exception failed = catchThrowableOfType(
                        ProviderException.class, () -> asked.ask().of(bench.providers));
                for (Throwable each = failed; each != null; each = each.getCause()) {
                    told.add(each.toString());
                }
            } finally {
                job.end();
            }
            told.add(bench.metrics());
            told.add(bench.providers.status().toString());
            told.add(bench.telemetry.health().report().toJson());
        }
        return told; // closed, telemetry has exported all spans
    }

    @Test
    void settings_printed_hideKeys() {
        var settings = ProviderSettings.from(java.util.Map.of("DAWSOS_FMP_KEY", Bench.KEY));

        assertThat(settings.toString()).contains("financialmodelingprep.com").doesNotContain(Bench.KEY);
    }

    @Test
    void hide_serverRepeatsTheKey_isHiddenRawAndEncoded() {
        ApiKey key = new ApiKey(Bench.KEY);

        assertThat(key.hideIn("no such key " + Bench.KEY + " or " + key.encoded() + "!"))
                .isEqualTo("no such key [redacted] or [redacted]!");
    }

    private static boolean hasKey(String text) {
        return text.contains(Bench.KEY) || text.contains(URLEncoder.encode(Bench.KEY, StandardCharsets.UTF_8));
    }
}
