package io.dawsos.telemetry.metrics;

import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Declares metrics: each in one place, beside the code that moves it. Declared again in the same way it is the same
 * metric; in another way it is refused with an {@link IllegalArgumentException}. An instance has its own registry;
 * nothing is shared between two of them.
 */
public final class Metrics {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    /** Neither files nor system properties may change what is measured. */
    private static final PrometheusProperties LIBRARY_DEFAULTS =
            PrometheusProperties.builder().build();

    /** 2^(1/16): a native bucket is 4.4 % wide. */
    private static final int NATIVE_SCHEMA = 4;

    /** Reached, neighbours are joined: a series stays under a kilobyte or two whatever it sees. */
    private static final int NATIVE_BUCKETS = 100;

    private final boolean strict;
    private final boolean enabled;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Map<String, Declared> declared = new HashMap<>();
    private final @Nullable Counter refused;

    private Metrics(boolean enabled, boolean strict) {
        this.enabled = enabled;
        this.strict = strict;
        this.refused = enabled
                ? counter(
                        "telemetry_label_values_refused_total",
                        "Label values outside of their closed set that were counted as other.",
                        Label.open("metric", 1000))
                : null;
    }

    /** @param strictLabels whether a label value outside its set throws (tests) or is counted as other (production) */
    public static Metrics create(boolean strictLabels) {
        return new Metrics(true, strictLabels);
    }

    /** Metrics that can be declared and moved, and do nothing. */
    public static Metrics noop() {
        return new Metrics(false, false);
    }

    public boolean enabled() {
        return enabled;
    }

    /** For collectors of other libraries. What {@link MetricsPage} shows. */
    public PrometheusRegistry registry() {
        return registry;
    }

    /** @throws IllegalArgumentException if the name does not end in {@code _total} */
    public Counter counter(String name, String help, Label... labels) {
        if (!enabled) {
            return Counter.NOOP;
        }
        if (!name.endsWith("_total")) {
            throw new IllegalArgumentException("counter " + name + ": a counter's name ends in _total");
        }
        return declare(Counter.class, name, help, List.of(labels), () -> {
            SeriesMap<Counter.Series> series = series(name, labels, Counter.Series::new);
            MetricMetadata metadata = MetricMetadata.builder()
                    .name(name.substring(0, name.length() - "_total".length()))
                    .originalName(name)
                    .counterSuffix(true)
                    .help(help)
                    .build();
            registry.register(new Counter.Family(metadata, series));
            return new Counter(series);
        });
    }

    public Gauge gauge(String name, String help, Label... labels) {
        if (!enabled) {
            return Gauge.NOOP;
        }
        return declare(Gauge.class, name, help, List.of(labels), () -> {
            SeriesMap<Gauge.Series> series = series(name, labels, Gauge.Series::new);
            registry.register(new Gauge.Family(new MetricMetadata(name, help), series));
            return new Gauge(series);
        });
    }

    /** A gauge without labels that is read at each scrape: see {@link Gauge#watch}. */
    public Gauge gauge(String name, String help, DoubleSupplier source) {
        return gauge(name, help).watch(source);
    }

    /** @param bounds upper bounds of the classic buckets, ascending, in the base unit of the name; a native histogram is kept beside them */
    public Histogram histogram(String name, String help, double[] bounds, Label... labels) {
        if (!enabled) {
            return Histogram.NOOP;
        }
        double[] kept = bounds.clone();
        List<Object> shape = List.of(List.of(labels), Arrays.toString(kept));
        return declare(Histogram.class, name, help, shape, () -> {
            io.prometheus.metrics.core.metrics.Histogram library = io.prometheus.metrics.core.metrics.Histogram.builder(
                            LIBRARY_DEFAULTS)
                    .name(name)
                    .help(help)
                    .labelNames(names(labels))
                    .classicUpperBounds(kept)
                    .nativeInitialSchema(NATIVE_SCHEMA)
                    .nativeMaxNumberOfBuckets(NATIVE_BUCKETS)
                    .withoutExemplars()
                    .build();
            SeriesMap<Histogram.Series> series =
                    series(name, labels, of -> new Histogram.Series(library.labelValues(values(labels, of)), of, kept));
            registry.register(new Histogram.Family(library, series));
            return new Histogram(series);
        });
    }

    /** @param name without its suffix: {@code dawsos_system} gives {@code dawsos_system_info} */
    public Info info(String name, String help, String... labelNames) {
        if (!enabled) {
            return Info.NOOP;
        }
        return declare(Info.class, name + "_info", help, List.of(labelNames), () -> {
            io.prometheus.metrics.core.metrics.Info library = io.prometheus.metrics.core.metrics.Info.builder(
                            LIBRARY_DEFAULTS)
                    .name(name)
                    .help(help)
                    .labelNames(labelNames)
                    .build();
            registry.register(library);
            return new Info(library);
        });
    }

    /** Adds the metrics of the JVM ({@code jvm_*}) and of the process: CPU, memory, open files ({@code process_*}). */
    public Metrics withJvm() {
        if (enabled) {
            JvmMetrics.builder(LIBRARY_DEFAULTS).register(registry);
        }
        return this;
    }

    private <S> SeriesMap<S> series(String name, Label[] labels, Function<Labels, S> make) {
        return new SeriesMap<>(name, labels, strict, refused, make);
    }

    private record Declared(String as, Object metric) {}

    private synchronized <M> M declare(Class<M> type, String name, String help, List<?> shape, Supplier<M> make) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("metric name \"" + name + "\": wanted " + NAME.pattern());
        }
        String as = type.getSimpleName() + " \"" + help + "\" " + shape;
        Declared known = declared.get(name);
        if (known == null) {
            M made = make.get();
            declared.put(name, new Declared(as, made));
            return made;
        }
        if (!known.as.equals(as)) {
            throw new IllegalArgumentException(
                    "metric " + name + " is declared already as " + known.as + ", now as " + as);
        }
        return type.cast(known.metric);
    }

    private static String[] names(Label[] labels) {
        String[] names = new String[labels.length];
        for (int i = 0; i < labels.length; i++) {
            names[i] = labels[i].name();
        }
        return names;
    }

    private static String[] values(Label[] labels, Labels of) {
        String[] values = names(labels);
        for (int i = 0; i < values.length; i++) {
            values[i] = of.get(values[i]);
        }
        return values;
    }
}
