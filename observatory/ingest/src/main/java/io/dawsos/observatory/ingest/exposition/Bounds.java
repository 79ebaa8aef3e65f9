package io.dawsos.observatory.ingest.exposition;

import java.nio.charset.StandardCharsets;

/** Labels that hold a number: the bound of a bucket, the quantile of a summary. */
final class Bounds {
    static final String BUCKET = "le";
    static final String QUANTILE = "quantile";

    private Bounds() {}

    /** The label that holds a number in series of a type; empty when none does. */
    static String label(String type) {
        return switch (type) {
            case "histogram" -> BUCKET;
            case "summary" -> QUANTILE;
            default -> "";
        };
    }

    /** The number that a value says, as {@link FloatText} writes it; the value when it says none. */
    static String normal(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        Decimal decimal = new Decimal(bytes);
        double number = decimal.parse(0, bytes.length);
        return decimal.valid() ? FloatText.of(number) : value;
    }
}
