package io.dawsos.telemetry;

import io.dawsos.telemetry.log.LogFormat;
import io.dawsos.telemetry.trace.QueueLimits;
import java.io.Console;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the library, read once from environment variables and checked: a bad one is refused at the start,
 * never met in the middle of a request. {@code OTEL_*} mean what OpenTelemetry says they mean.
 */
public final class TelemetrySettings {

    private static final int SHORTEST_KEY = 16;
    private static final List<String> LOG_LEVELS = List.of("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL");

    private final EnvironmentReader reader;
    private final String serviceName;
    private final String serviceVersion;
    private final boolean enabled;
    private final boolean traceConsole;
    private final boolean strictLabels;
    private final boolean keepErrors;
    private final @Nullable Duration keepSlowerThan;
    private final LogFormat logFormat;
    private final QueueLimits spanQueue;
    private final QueueLimits logQueue;

    private TelemetrySettings(Map<String, String> environment, String serviceName, String serviceVersion) {
        reader = new EnvironmentReader(Map.copyOf(environment));
        Map<String, String> resource = reader.pairs("OTEL_RESOURCE_ATTRIBUTES");
        this.serviceName = reader.text("OTEL_SERVICE_NAME", resource.getOrDefault("service.name", serviceName));
        this.serviceVersion = resource.getOrDefault("service.version", serviceVersion);
        enabled = reader.flag("ENABLE_OBSERVABILITY", true);
        traceConsole = reader.flag("DAWSOS_TRACE_CONSOLE", false);
        strictLabels = reader.flag("DAWSOS_STRICT_LABELS", false);
        keepErrors = reader.flag("DAWSOS_KEEP_ERRORS", false);
        keepSlowerThan = reader.duration("DAWSOS_KEEP_SLOWER_THAN");
        logFormat = reader.choice("DAWSOS_LOG_FORMAT", LogFormat.class, LogFormat.JSON);
        spanQueue = queue("OTEL_BSP_", Duration.ofSeconds(5));
        logQueue = queue("OTEL_BLRP_", Duration.ofSeconds(1));
        checkUserIdKey();
        checkLogLevel();
    }

    /**
     * @param environment environment variables by name; those that the library does not know are left alone
     * @throws IllegalArgumentException naming the variable, what was wanted and what came
     */
    public static TelemetrySettings from(Map<String, String> environment) {
        return new TelemetrySettings(environment, "dawsos", "unknown");
    }

    /** Of this process: its environment, over which its {@code otel.*} system properties go, as in OpenTelemetry. */
    public static TelemetrySettings fromEnvironment() {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        Properties properties = System.getProperties();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("otel.")) {
                environment.put(OtelNames.variable(name), properties.getProperty(name));
            }
        }
        return from(environment);
    }

    /** The same with what the program knows of itself; {@code OTEL_SERVICE_NAME} and resource attributes go before. */
    public TelemetrySettings withService(String name, String version) {
        return new TelemetrySettings(reader.environment(), name, version);
    }

    /** {@code ENABLE_OBSERVABILITY}. */
    public boolean enabled() {
        return enabled;
    }

    public String serviceName() {
        return serviceName;
    }

    public String serviceVersion() {
        return serviceVersion;
    }

    /** {@code ENVIRONMENT}: {@code development} when not said. */
    public String environment() {
        return reader.text("ENVIRONMENT", "development");
    }

    /** {@code DAWSOS_TRACE_CONSOLE}, where no exporter of spans is set. */
    public boolean traceConsole() {
        return traceConsole && spanExporters().equals("none");
    }

    /** {@code DAWSOS_STRICT_LABELS}: a label value outside its closed set is refused rather than made {@code other}. */
    public boolean strictLabels() {
        return strictLabels;
    }

    /** {@code DAWSOS_KEEP_ERRORS}: traces with an error are exported whatever the head decision. */
    public boolean keepErrors() {
        return keepErrors;
    }

    /** {@code DAWSOS_KEEP_SLOWER_THAN}: slower traces are exported whatever the head decision; null when off. */
    public @Nullable Duration keepSlowerThan() {
        return keepSlowerThan;
    }

    public LogFormat logFormat() {
        return logFormat;
    }

    /** {@code DAWSOS_LOG_LEVEL}: {@code INFO} when not said. */
    public String logLevel() {
        return reader.text("DAWSOS_LOG_LEVEL", "INFO");
    }

    /** {@code DAWSOS_HASH_USER_ID}: the key by which user ids are hashed; null when they are shown. */
    public @Nullable String userIdKey() {
        return reader.text("DAWSOS_HASH_USER_ID");
    }

    /** Whether what people read on the console is coloured: on a terminal that has not {@code NO_COLOR} set. */
    boolean colour() {
        return reader.text("NO_COLOR") == null
                && Optional.ofNullable(System.console())
                        .map(Console::isTerminal)
                        .orElse(false);
    }

    /** Bounds of the queue of ended spans, {@code OTEL_BSP_*}. */
    public QueueLimits spanQueue() {
        return spanQueue;
    }

    /** Bounds of the queue of log records, {@code OTEL_BLRP_*}. */
    public QueueLimits logQueue() {
        return logQueue;
    }

    /** Names of span exporters, by commas; {@code none} when nobody said where spans go. */
    String spanExporters() {
        return exporters("OTEL_TRACES_EXPORTER", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
    }

    /** Names of log record exporters, by commas; {@code none} when nobody said where log records go. */
    String logExporters() {
        return exporters("OTEL_LOGS_EXPORTER", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT");
    }

    /** The {@code OTEL_*} variables as OpenTelemetry's properties. */
    Map<String, String> otelProperties() {
        Map<String, String> properties = new TreeMap<>();
        reader.environment().forEach((variable, value) -> {
            if (variable.startsWith("OTEL_") && !value.isBlank()) {
                properties.put(OtelNames.property(variable), value);
            }
        });
        return properties;
    }

    /** Shows no value that can be a secret. */
    @Override
    public String toString() {
        return "TelemetrySettings[enabled=" + enabled + ", service=" + serviceName + ", environment=" + environment()
                + ", spans to " + spanExporters() + ", logs to " + logExporters() + "]";
    }

    private String exporters(String exporterVariable, String endpointVariable) {
        boolean target = reader.text("OTEL_EXPORTER_OTLP_ENDPOINT") != null || reader.text(endpointVariable) != null;
        return reader.text(exporterVariable, target ? "otlp" : "none");
    }

    private QueueLimits queue(String prefix, Duration delay) {
        int size = reader.count(prefix + "MAX_QUEUE_SIZE", 2048);
        int batch = reader.count(prefix + "MAX_EXPORT_BATCH_SIZE", Math.min(512, size));
        if (batch > size) {
            throw EnvironmentReader.refused(
                    prefix + "MAX_EXPORT_BATCH_SIZE", "at most " + prefix + "MAX_QUEUE_SIZE, " + size, "" + batch);
        }
        return new QueueLimits(
                size,
                batch,
                reader.duration(prefix + "SCHEDULE_DELAY", delay),
                reader.duration(prefix + "EXPORT_TIMEOUT", Duration.ofSeconds(30)));
    }

    private void checkLogLevel() {
        String level = logLevel();
        if (LOG_LEVELS.stream().noneMatch(level::equalsIgnoreCase)) {
            throw EnvironmentReader.refused("DAWSOS_LOG_LEVEL", "one of " + LOG_LEVELS, '"' + level + '"');
        }
    }

    private void checkUserIdKey() {
        String key = userIdKey();
        if (key != null && key.length() < SHORTEST_KEY) {
            throw EnvironmentReader.refused(
                    "DAWSOS_HASH_USER_ID",
                    "a key of at least " + SHORTEST_KEY + " characters",
                    "one of " + key.length());
        }
    }
}
