package io.dawsos.observatory.server.config;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of {@code global} does not concern scrapes.
 *
 * @param evaluationInterval between two evaluations of a group of rules that says nothing
 * @param queryOffset how far back such a group looks
 * @param externalLabels what this server is called towards others
 */
public record GlobalConfig(Duration evaluationInterval, Duration queryOffset, Labels externalLabels) {
    public static final GlobalConfig DEFAULT = new GlobalConfig(Duration.ofMinutes(1), Duration.ZERO, Labels.EMPTY);

    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+)|(\\$))");

    static GlobalConfig read(ConfigMap map) {
        map.unsupported("query_log_file", "slow queries are in this server's log");
        Duration interval = map.duration("evaluation_interval", DEFAULT.evaluationInterval);
        return new GlobalConfig(
                interval.isZero() ? DEFAULT.evaluationInterval : interval,
                map.duration("rule_query_offset", DEFAULT.queryOffset),
                labels(map.strings("external_labels"), System.getenv()));
    }

    /** {@code $NAME} and <code>${NAME}</code> stand for environment variables, and {@code $$} for the sign. */
    static Labels labels(Map<String, String> written, Map<String, String> environment) {
        LabelsBuilder labels = new LabelsBuilder();
        written.forEach((name, value) -> labels.set(
                name,
                VARIABLE.matcher(value)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                found.group(3) != null
                                        ? "$"
                                        : environment.getOrDefault(
                                                found.group(1) != null ? found.group(1) : found.group(2), "")))));
        return labels.build();
    }
}
