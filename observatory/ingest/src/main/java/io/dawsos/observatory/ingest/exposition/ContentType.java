package io.dawsos.observatory.ingest.exposition;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A format of scrapes, by the names that {@code scrape_protocols} knows. */
public enum ContentType {
    PROMETHEUS_PROTO(
            "PrometheusProto",
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited"),
    OPEN_METRICS_0_0_1("OpenMetricsText0.0.1", "application/openmetrics-text;version=0.0.1"),
    OPEN_METRICS_1_0_0("OpenMetricsText1.0.0", "application/openmetrics-text;version=1.0.0"),
    PROMETHEUS_TEXT_0_0_4("PrometheusText0.0.4", "text/plain;version=0.0.4"),
    PROMETHEUS_TEXT_1_0_0("PrometheusText1.0.0", "text/plain;version=1.0.0");

    private final String protocol;
    private final String mediaType;

    ContentType(String protocol, String mediaType) {
        this.protocol = protocol;
        this.mediaType = mediaType;
    }

    /** As in {@code scrape_protocols}: {@code PrometheusText0.0.4}. */
    public String protocol() {
        return protocol;
    }

    /** With its parameters, but what is said of escaping and preference. */
    public String mediaType() {
        return mediaType;
    }

    public boolean isOpenMetrics() {
        return this == OPEN_METRICS_0_0_1 || this == OPEN_METRICS_1_0_0;
    }

    /** Whether names outside the old alphabet may be asked for in this format. */
    private boolean hasEscaping() {
        return this == OPEN_METRICS_1_0_0 || this == PROMETHEUS_TEXT_1_0_0 || this == PROMETHEUS_PROTO;
    }

    /** The format of this name in {@code scrape_protocols}; null when there is none. */
    public static @Nullable ContentType named(String protocol) {
        for (ContentType type : values()) {
            if (type.protocol.equals(protocol)) {
                return type;
            }
        }
        return null;
    }

    /** What the header of an answer says it is; null when it says none of these formats. */
    public static @Nullable ContentType of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String[] parts = header.toLowerCase(Locale.ROOT).replace(" ", "").split(";", -1);
        return switch (parts[0]) {
            case "application/openmetrics-text" ->
                has(parts, "version=1.0.0") ? OPEN_METRICS_1_0_0 : OPEN_METRICS_0_0_1;
            case "application/vnd.google.protobuf" -> isDelimited(parts) ? PROMETHEUS_PROTO : null;
            case "text/plain" -> has(parts, "version=1.0.0") ? PROMETHEUS_TEXT_1_0_0 : PROMETHEUS_TEXT_0_0_4;
            default -> null;
        };
    }

    private static boolean isDelimited(String[] parts) {
        return has(parts, "proto=io.prometheus.client.metricfamily") && has(parts, "encoding=delimited");
    }

    private static boolean has(String[] parts, String parameter) {
        for (String part : parts) {
            if (part.replace("\"", "").equals(parameter)) {
                return true;
            }
        }
        return false;
    }

    /** The {@code Accept} header that asks for these, the first the most. */
    public static String accept(List<ContentType> preferred, boolean utf8Names) {
        StringBuilder header = new StringBuilder();
        int weight = preferred.size() + 1;
        for (ContentType type : preferred) {
            header.append(type.mediaType);
            if (type.hasEscaping()) {
                header.append(utf8Names ? ";escaping=allow-utf-8" : ";escaping=underscores");
            }
            header.append(";q=0.").append(weight--).append(',');
        }
        return header.append("*/*;q=0.").append(weight).toString();
    }
}
