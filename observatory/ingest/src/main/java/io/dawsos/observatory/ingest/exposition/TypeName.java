package io.dawsos.observatory.ingest.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A metric's type, as a format writes it and as the model does. */
final class TypeName {
    static final List<TypeName> TEXT = types("counter", "gauge", "histogram", "summary", "untyped");
    static final List<TypeName> OPEN_METRICS =
            types("counter", "gauge", "histogram", "gaugehistogram", "summary", "info", "stateset", "unknown");

    private final byte[] written;
    private final String type;

    private TypeName(String written) {
        this.written = written.getBytes(StandardCharsets.US_ASCII);
        type = written.equals("untyped") ? "unknown" : written;
    }

    private static List<TypeName> types(String... written) {
        return Arrays.stream(written).map(TypeName::new).toList();
    }

    /** The type that is written there; null when it is none of these. */
    static @Nullable String find(byte[] bytes, int from, int to, List<TypeName> known) {
        for (TypeName one : known) {
            if (Arrays.equals(bytes, from, to, one.written, 0, one.written.length)) {
                return one.type;
            }
        }
        return null;
    }
}
