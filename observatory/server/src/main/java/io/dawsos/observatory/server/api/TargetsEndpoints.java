package io.dawsos.observatory.server.api;

import io.dawsos.observatory.ingest.scrape.DroppedTarget;
import io.dawsos.observatory.ingest.scrape.TargetStatus;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.parse.DurationText;
import io.dawsos.observatory.server.http.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** {@code /api/v1/targets} and {@code /api/v1/targets/metadata}: what is scraped, and how that goes. */
final class TargetsEndpoints {
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private final Supplier<List<TargetStatus>> targets;
    private final Supplier<List<DroppedTarget>> dropped;

    TargetsEndpoints(Supplier<List<TargetStatus>> targets, Supplier<List<DroppedTarget>> dropped) {
        this.targets = targets;
        this.dropped = dropped;
    }

    Answer targets(Parameters parameters, Cancellation gone) {
        String state = parameters.get("state");
        String pool = parameters.get("scrapePool");
        boolean wantsActive = !state.equals("dropped");
        List<TargetStatus> active = targets.get().stream()
                .filter(target -> wantsActive && (pool.isEmpty() || pool.equals(target.scrapePool())))
                .toList();
        List<DroppedTarget> unwanted = dropped.get().stream()
                .filter(target -> pool.isEmpty() || pool.equals(target.scrapePool()))
                .toList();
        return new Answer(out -> {
            out.writeStartObject();
            out.writeName("activeTargets");
            out.writeStartArray();
            active.forEach(target -> target(out, target));
            out.writeEndArray();
            out.writeName("droppedTargets");
            out.writeStartArray();
            if (!state.equals("active")) {
                unwanted.forEach(target -> dropped(out, target));
            }
            out.writeEndArray();
            counts(out, unwanted);
            out.writeEndObject();
        });
    }

    private static void target(JsonGenerator out, TargetStatus target) {
        out.writeStartObject();
        out.writeName("discoveredLabels");
        Values.labels(out, target.discovered());
        out.writeName("labels");
        Values.labels(out, target.labels());
        out.writeStringProperty("scrapePool", target.scrapePool());
        out.writeStringProperty("scrapeUrl", target.scrapeUrl().toString());
        out.writeStringProperty("globalUrl", target.scrapeUrl().toString());
        out.writeStringProperty("lastError", target.lastError());
        out.writeStringProperty(
                "lastScrape",
                target.lastScrape().equals(Instant.EPOCH)
                        ? NEVER
                        : target.lastScrape().toString());
        out.writeName("lastScrapeDuration");
        out.writeNumber(GoNumber.of(target.lastScrapeDuration().toNanos() / 1e9));
        out.writeStringProperty("health", target.health().text());
        out.writeStringProperty(
                "scrapeInterval", DurationText.of(target.interval().toMillis()));
        out.writeStringProperty(
                "scrapeTimeout", DurationText.of(target.timeout().toMillis()));
        out.writeEndObject();
    }

    private static void dropped(JsonGenerator out, DroppedTarget target) {
        out.writeStartObject();
        out.writeName("discoveredLabels");
        Values.labels(out, target.discovered());
        out.writeStringProperty("scrapePool", target.scrapePool());
        out.writeEndObject();
    }

    private static void counts(JsonGenerator out, List<DroppedTarget> all) {
        Map<String, Integer> counts = new TreeMap<>();
        all.forEach(target -> counts.merge(target.scrapePool(), 1, Integer::sum));
        out.writeName("droppedTargetCounts");
        out.writeStartObject();
        counts.forEach(out::writeNumberProperty);
        out.writeEndObject();
    }

    Answer metadata(Parameters parameters, Cancellation gone) {
        int limit = parameters.has("limit") ? parameters.limit("limit") : Integer.MAX_VALUE;
        String metric = parameters.get("metric");
        List<Matcher> matchers =
                parameters.has("match_target") ? Selectors.matchers(parameters.get("match_target")) : List.of();
        List<TargetStatus> wanted = targets.get().stream()
                .filter(target -> matchers.stream()
                        .allMatch(matcher -> matcher.matches(target.labels().get(matcher.name()))))
                .toList();
        return new Answer(out -> {
            out.writeStartArray();
            int left = limit;
            for (TargetStatus target : wanted) {
                for (Map.Entry<String, MetricMetadata> known : target.metadata().entrySet()) {
                    if (left > 0 && (metric.isEmpty() || metric.equals(known.getKey()))) {
                        metadata(out, target, known.getKey(), known.getValue());
                        left--;
                    }
                }
            }
            out.writeEndArray();
        });
    }

    private static void metadata(JsonGenerator out, TargetStatus target, String metric, MetricMetadata known) {
        out.writeStartObject();
        out.writeName("target");
        Values.labels(out, target.labels());
        out.writeStringProperty("metric", metric);
        out.writeStringProperty("type", known.type());
        out.writeStringProperty("help", known.help());
        out.writeStringProperty("unit", known.unit());
        out.writeEndObject();
    }
}
