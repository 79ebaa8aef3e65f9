package io.dawsos.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The metrics that the service's own tests hold it to, as a Prometheus would scrape them through the night: those before
 * the build, until those of how it went. For promtool, whose time begins at 0: that is the night's midnight.
 */
final class GoldenNight {

    static final String INTERVAL = "5s";

    private static final int STEP = 5;
    private static final int STEPS = 60 * 60 / STEP;
    private static final String FOLDER = "portfolio/src/test/resources/pricing/";
    private static final String DEADLINE = "pricing_pack_deadline_timestamp_seconds{";
    private static final int FROM_MIDNIGHT = 15 * 60;

    private GoldenNight() {}

    /**
     * @param outcome a golden file
     * @param firstSeen by the scrape so many seconds after midnight
     * @return promtool's input series, of an hour
     */
    static List<Map<String, String>> series(String outcome, int firstSeen) throws IOException {
        Map<String, Double> before = read("before-the-build.json");
        Map<String, Double> after = read(outcome);
        if (!before.keySet().equals(after.keySet())) {
            throw new AssertionError("before-the-build.json has other series than " + outcome);
        }
        double midnight = midnight(before);
        int scrapesBefore = firstSeen / STEP;
        List<Map<String, String>> series = new ArrayList<>();
        before.forEach((name, value) -> {
            double offset = name.startsWith(DEADLINE) ? midnight : 0;
            double then = Objects.requireNonNull(after.get(name));
            String values =
                    "%sx%d %sx%d".formatted(value - offset, scrapesBefore - 1, then - offset, STEPS - scrapesBefore);
            series.add(Map.of("series", ofAnInstance(name), "values", values));
        });
        return series;
    }

    private static Map<String, Double> read(String file) throws IOException {
        Path path = Repository.file(FOLDER + file);
        return new TreeMap<>(
                JsonMapper.shared().readValue(Files.readString(path), new TypeReference<Map<String, Double>>() {}));
    }

    private static double midnight(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                        .filter(each -> each.getKey().startsWith(DEADLINE))
                        .mapToDouble(Map.Entry::getValue)
                        .max()
                        .orElseThrow()
                - FROM_MIDNIGHT;
    }

    private static String ofAnInstance(String name) {
        String labels = "{job=\"portfolio\",instance=\"a\"";
        return name.contains("{") ? name.replace("{", labels + ",") : name + labels + "}";
    }
}
