package io.dawsos.observatory.ingest.remote;

/** The types' numbers, the same in both versions. */
final class MetricType {
    private static final String[] NAMES = {
        "unknown", "counter", "gauge", "histogram", "gaugehistogram", "summary", "info", "stateset"
    };

    private MetricType() {}

    static String name(long number) {
        return number >= 0 && number < NAMES.length ? NAMES[(int) number] : NAMES[0];
    }

    static int number(String name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return i;
            }
        }
        return 0;
    }

    /** The metric that a series is part of: its name, without the ending that its type gives it. */
    static String family(String series, String type) {
        String[] endings =
                switch (type) {
                    case "histogram", "gaugehistogram" -> new String[] {"_bucket", "_count", "_sum"};
                    case "summary" -> new String[] {"_count", "_sum"};
                    default -> new String[0];
                };
        for (String ending : endings) {
            if (series.endsWith(ending) && series.length() > ending.length()) {
                return series.substring(0, series.length() - ending.length());
            }
        }
        return series;
    }
}
