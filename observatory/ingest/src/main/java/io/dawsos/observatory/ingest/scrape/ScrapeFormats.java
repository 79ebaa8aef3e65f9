package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.ingest.exposition.ContentType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The formats that a target is asked for.
 *
 * @param preferred the most wanted first; empty where nothing is written
 * @param fallback for an answer that does not say its format; null refuses it
 * @param utf8Names whether names outside the old alphabet are asked for
 * @param compression whether gzip is asked for
 */
record ScrapeFormats(
        List<ContentType> preferred, @Nullable ContentType fallback, boolean utf8Names, boolean compression) {
    static final ScrapeFormats DEFAULT = new ScrapeFormats(List.of(), null, true, true);

    private static final List<ContentType> TEXT_FIRST = List.of(
            ContentType.OPEN_METRICS_1_0_0,
            ContentType.OPEN_METRICS_0_0_1,
            ContentType.PROMETHEUS_TEXT_1_0_0,
            ContentType.PROMETHEUS_TEXT_0_0_4);
    private static final List<ContentType> PROTOBUF_FIRST = List.of(
            ContentType.PROMETHEUS_PROTO,
            ContentType.OPEN_METRICS_1_0_0,
            ContentType.OPEN_METRICS_0_0_1,
            ContentType.PROMETHEUS_TEXT_1_0_0,
            ContentType.PROMETHEUS_TEXT_0_0_4);

    static ScrapeFormats read(ConfigMap map, ScrapeFormats otherwise) {
        checkValidation(map);
        List<ContentType> preferred = preferred(map.list("scrape_protocols"));
        ConfigNode fallback = map.find("fallback_scrape_protocol");
        return new ScrapeFormats(
                preferred.isEmpty() ? otherwise.preferred : preferred,
                fallback == null || fallback.string().isEmpty() ? otherwise.fallback : format(fallback),
                escaping(map, otherwise.utf8Names),
                map.bool("enable_compression", otherwise.compression));
    }

    private static void checkValidation(ConfigMap map) {
        String scheme = map.string("metric_name_validation_scheme", "utf8");
        if (!scheme.equals("utf8")) {
            throw map.need("metric_name_validation_scheme").problem("not supported; there is utf8");
        }
    }

    private static boolean escaping(ConfigMap map, boolean otherwise) {
        String scheme = map.string("metric_name_escaping_scheme", "");
        return switch (scheme) {
            case "" -> otherwise;
            case "allow-utf-8" -> true;
            case "underscores" -> false;
            default ->
                throw map.need("metric_name_escaping_scheme")
                        .problem("not supported; there are allow-utf-8 and underscores");
        };
    }

    private static List<ContentType> preferred(List<ConfigNode> nodes) {
        HashSet<ContentType> seen = new HashSet<>();
        for (ConfigNode node : nodes) {
            if (!seen.add(format(node))) {
                throw node.problem("\"" + node.string() + "\" comes twice");
            }
        }
        return nodes.stream().map(ScrapeFormats::format).toList();
    }

    private static ContentType format(ConfigNode node) {
        ContentType type = ContentType.named(node.string());
        if (type == null) {
            throw node.problem("no format \"" + node.string() + "\"; there are "
                    + Arrays.stream(ContentType.values())
                            .map(ContentType::protocol)
                            .collect(Collectors.joining(", ")));
        }
        return type;
    }

    /** The {@code Accept} header. */
    String accept(boolean nativeHistograms) {
        List<ContentType> asked = preferred.isEmpty() ? nativeHistograms ? PROTOBUF_FIRST : TEXT_FIRST : preferred;
        return ContentType.accept(asked, utf8Names);
    }
}
