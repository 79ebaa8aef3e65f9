package io.dawsos.telemetry.metrics;

/** SKELETON: declares metrics. Each is declared once, beside the code that moves it. */
public final class Metrics {

    public Counter counter(String name, String help, Label... labels) {
        throw new UnsupportedOperationException();
    }

    public Gauge gauge(String name, String help, Label... labels) {
        throw new UnsupportedOperationException();
    }

    /** @param bounds upper bounds of the classic buckets, ascending, in the base unit of the name; a native histogram is kept beside them */
    public Histogram histogram(String name, String help, double[] bounds, Label... labels) {
        throw new UnsupportedOperationException();
    }

    /** @param name without its suffix: {@code dawsos_system} gives {@code dawsos_system_info} */
    public Info info(String name, String help, String... labelNames) {
        throw new UnsupportedOperationException();
    }
}
