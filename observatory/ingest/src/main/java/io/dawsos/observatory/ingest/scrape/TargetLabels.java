package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.config.Durations;
import io.dawsos.observatory.config.relabel.Relabelling;
import io.dawsos.observatory.ingest.discovery.TargetGroup;
import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes targets of discovered labels. */
final class TargetLabels {
    private static final String INTERVAL = "__scrape_interval__";
    private static final String TIMEOUT = "__scrape_timeout__";
    private static final String PATH = "__metrics_path__";
    private static final String SCHEME = "__scheme__";
    private static final String PARAM = "__param_";

    private final ScrapeConfig config;

    TargetLabels(ScrapeConfig config) {
        this.config = config;
    }

    /** The discovered labels with what the job says of itself, as relabelling sees them. */
    Labels discovered(Labels found) {
        LabelsBuilder labels = found.toBuilder();
        setAbsent(labels, "job", config.job());
        setAbsent(labels, INTERVAL, Durations.text(config.interval()));
        setAbsent(labels, TIMEOUT, Durations.text(config.timeout()));
        setAbsent(labels, PATH, config.metricsPath());
        setAbsent(labels, SCHEME, config.scheme());
        config.params().forEach((name, values) -> {
            if (!values.isEmpty()) {
                labels.set(PARAM + name, values.getFirst());
            }
        });
        return labels.build();
    }

    private static void setAbsent(LabelsBuilder labels, String name, String value) {
        if (!labels.has(name)) {
            labels.set(name, value);
        }
    }

    /**
     * The target that relabelling makes; null when it drops it.
     *
     * @throws TargetException when what it makes cannot be scraped
     */
    @Nullable
    Target target(Labels discovered) throws TargetException {
        Labels relabelled = Relabelling.apply(config.relabelling(), discovered);
        if (relabelled == null) {
            return null;
        }
        String address = address(relabelled);
        Duration interval = duration(relabelled, INTERVAL);
        Duration timeout = duration(relabelled, TIMEOUT);
        if (timeout.compareTo(interval) > 0) {
            throw new TargetException("the scrape timeout " + Durations.text(timeout) + " is longer than the interval "
                    + Durations.text(interval));
        }
        Labels shown = shown(relabelled, address);
        return new Target(discovered, shown, uri(relabelled, address), interval, timeout);
    }

    private static String address(Labels labels) throws TargetException {
        String address = labels.get(TargetGroup.ADDRESS);
        if (address.isEmpty()) {
            throw new TargetException("relabelling leaves no " + TargetGroup.ADDRESS);
        }
        if (address.contains("/")) {
            throw new TargetException("\"" + address + "\" is no address such as host:9100");
        }
        return address;
    }

    private static Duration duration(Labels labels, String name) throws TargetException {
        try {
            Duration duration = Durations.parse(labels.get(name));
            if (!duration.isZero()) {
                return duration;
            }
            throw new TargetException(name + " wants to be above 0");
        } catch (IllegalArgumentException e) {
            throw new TargetException(name + ": " + e.getMessage());
        }
    }

    /** Without what begins with two underscores. */
    private static Labels shown(Labels labels, String address) throws TargetException {
        LabelsBuilder shown = labels.keep(name -> !name.startsWith("__")).toBuilder();
        setAbsent(shown, "instance", address);
        Labels built = shown.build();
        for (int i = 0; i < built.size(); i++) {
            if (!GoString.isUnicode(built.value(i))) {
                throw new TargetException("the label \"" + built.name(i) + "\" is not Unicode");
            }
        }
        return built;
    }

    private URI uri(Labels labels, String address) throws TargetException {
        String path = labels.get(PATH);
        String query = query(labels);
        String join = query.isEmpty() ? "" : path.contains("?") ? "&" : "?";
        String slash = path.isEmpty() || path.startsWith("/") ? "" : "/";
        try {
            URI uri = new URI(labels.get(SCHEME) + "://" + address + slash + path + join + query);
            if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
                throw new TargetException("\"" + labels.get(SCHEME) + "://" + address + "\" is no address to scrape");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new TargetException("no address to scrape: " + e.getReason());
        }
    }

    private String query(Labels labels) {
        Map<String, List<String>> params = new LinkedHashMap<>();
        config.params().forEach((name, values) -> params.put(name, new ArrayList<>(values)));
        labels.forEach((name, value) -> {
            if (name.startsWith(PARAM)) {
                List<String> values = params.computeIfAbsent(name.substring(PARAM.length()), _ -> new ArrayList<>());
                if (values.isEmpty()) {
                    values.add(value);
                } else {
                    values.set(0, value);
                }
            }
        });
        return params.entrySet().stream()
                .flatMap(
                        param -> param.getValue().stream().map(value -> encoded(param.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
