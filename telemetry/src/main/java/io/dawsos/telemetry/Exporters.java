package io.dawsos.telemetry;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.logs.ConfigurableLogRecordExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds exporters by their names among those on the class path, as OpenTelemetry's own set-up does. */
record Exporters(ConfigProperties config) {

    /** @param names by commas; {@code none} stands for no exporter */
    List<SpanExporter> spans(String names) {
        Map<String, ConfigurableSpanExporterProvider> known =
                byName(ConfigurableSpanExporterProvider.class, ConfigurableSpanExporterProvider::getName);
        return named("OTEL_TRACES_EXPORTER", names, known)
                .map(provider -> provider.createExporter(config))
                .toList();
    }

    /** @param names by commas; {@code none} stands for no exporter */
    List<LogRecordExporter> logRecords(String names) {
        Map<String, ConfigurableLogRecordExporterProvider> known =
                byName(ConfigurableLogRecordExporterProvider.class, ConfigurableLogRecordExporterProvider::getName);
        return named("OTEL_LOGS_EXPORTER", names, known)
                .map(provider -> provider.createExporter(config))
                .toList();
    }

    private <P> Map<String, P> byName(Class<P> type, Function<P, String> name) {
        Map<String, P> known = new TreeMap<>();
        for (P provider : config.getComponentLoader().load(type)) {
            known.put(name.apply(provider), provider);
        }
        return known;
    }

    private static <P> Stream<P> named(String variable, String names, Map<String, P> known) {
        return Stream.of(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals("none"))
                .distinct()
                .map(name -> {
                    P provider = known.get(name);
                    if (provider == null) {
                        throw EnvironmentReader.refused(
                                variable, "none or some of " + known.keySet(), '"' + name + '"');
                    }
                    return provider;
                });
    }
}
