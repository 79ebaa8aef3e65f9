package io.dawsos.telemetry;

import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.redact.Redactor;
import io.dawsos.telemetry.trace.LogPipeline;
import io.dawsos.telemetry.trace.RecordingSampler;
import io.dawsos.telemetry.trace.SpanPipeline;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Makes OpenTelemetry's SDK as its own settings have it, but with our queues between the spans and the exporters. */
final class SdkSetup {

    private final TelemetrySettings settings;
    private final Metrics metrics;
    private final PrintStream console;
    private final LongSupplier nanoTime;
    private final SpanPipeline spans;

    SdkSetup(
            TelemetrySettings settings,
            Metrics metrics,
            Redactor redactor,
            PrintStream console,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.metrics = metrics;
        this.console = console;
        this.nanoTime = nanoTime;
        this.spans = new SpanPipeline(
                settings.spanQueue(), settings.keepErrors(), settings.keepSlowerThan(), metrics, redactor, nanoTime);
    }

    /** @throws IllegalArgumentException if a setting is not accepted */
    OpenTelemetrySdk build() {
        ExporterLogs.silence();
        try {
            return AutoConfiguredOpenTelemetrySdk.builder()
                    .disableShutdownHook()
                    .addPropertiesCustomizer(config -> properties())
                    .addResourceCustomizer((resource, config) -> withService(resource))
                    .addSamplerCustomizer((head, config) -> spans.keepsUnsampled() ? new RecordingSampler(head) : head)
                    .addTracerProviderCustomizer(this::withProcessors)
                    .addLoggerProviderCustomizer(this::withProcessors)
                    .build()
                    .getOpenTelemetrySdk();
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException("OpenTelemetry's settings (OTEL_*): " + reason(e), e);
        }
    }

    private static @Nullable String reason(Throwable thrown) {
        return thrown.getCause() == null ? thrown.getMessage() : reason(thrown.getCause());
    }

    /** The exporters are ours to make: the SDK would put its own queue before each. Metrics leave through Prometheus. */
    private Map<String, String> properties() {
        Map<String, String> properties = settings.otelProperties();
        properties.putIfAbsent("otel.metrics.exporter", "none");
        properties.put("otel.traces.exporter", "none");
        properties.put("otel.logs.exporter", "none");
        return properties;
    }

    private Resource withService(Resource resource) {
        return resource.toBuilder()
                .put("service.name", settings.serviceName())
                .put("service.version", settings.serviceVersion())
                .put("deployment.environment.name", settings.environment())
                .build();
    }

    private SdkTracerProviderBuilder withProcessors(SdkTracerProviderBuilder builder, ConfigProperties config) {
        List<SpanExporter> exporters = new Exporters(config).spans(settings.spanExporters());
        if (!exporters.isEmpty()) {
            spans.to(SpanExporter.composite(exporters)).forEach(builder::addSpanProcessor);
        } else if (settings.traceConsole()) {
            builder.addSpanProcessor(spans.toConsole(console, settings.colour()));
        } else {
            builder.addSpanProcessor(SpanPipeline.toNowhere());
        }
        return builder;
    }

    private SdkLoggerProviderBuilder withProcessors(SdkLoggerProviderBuilder builder, ConfigProperties config) {
        List<LogRecordExporter> exporters = new Exporters(config).logRecords(settings.logExporters());
        if (!exporters.isEmpty()) {
            builder.addLogRecordProcessor(
                    new LogPipeline(settings.logQueue(), metrics, nanoTime).to(LogRecordExporter.composite(exporters)));
        }
        return builder;
    }
}
