package io.dawsos.benchmarks.overhead;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The ways in which the service is observed. Whoever exports, exports to the same receiver in the same protocol. */
enum Variant {
    OFF("telemetry off") {
        @Override
        Map<String, String> environment(String otlp) {
            return Map.of("ENABLE_OBSERVABILITY", "false");
        }
    },
    ON("telemetry on") {
        @Override
        Map<String, String> environment(String otlp) {
            return Map.of(
                    "ENABLE_OBSERVABILITY", "true",
                    "OTEL_EXPORTER_OTLP_ENDPOINT", otlp,
                    "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
        }
    },
    AGENT("OpenTelemetry Java agent") {
        @Override
        Map<String, String> environment(String otlp) {
            return Map.of(
                    "ENABLE_OBSERVABILITY", "false",
                    "OTEL_EXPORTER_OTLP_ENDPOINT", otlp,
                    "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc",
                    "OTEL_SERVICE_NAME", "portfolio");
        }

        @Override
        List<String> jvm(Path agent) {
            return List.of("-javaagent:" + agent);
        }
    };

    private final String title;

    Variant(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** @param otlp the receiver's address */
    abstract Map<String, String> environment(String otlp);

    List<String> jvm(Path agent) {
        return List.of();
    }
}
