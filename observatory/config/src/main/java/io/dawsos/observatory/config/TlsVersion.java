package io.dawsos.observatory.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Versions of TLS by the names that Prometheus gives them. */
enum TlsVersion {
    TLS10("TLSv1"),
    TLS11("TLSv1.1"),
    TLS12("TLSv1.2"),
    TLS13("TLSv1.3");

    private final String protocol;

    TlsVersion(String protocol) {
        this.protocol = protocol;
    }

    static TlsVersion read(ConfigMap map, String key, TlsVersion otherwise) {
        String written = map.string(key, otherwise.name());
        return Arrays.stream(values())
                .filter(version -> version.name().equals(written))
                .findFirst()
                .orElseThrow(() -> map.need(key)
                        .problem("no TLS version \"" + written + "\"; there are "
                                + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** As the JDK names those from the one to the other. */
    static String[] protocols(TlsVersion least, TlsVersion most) {
        return Arrays.stream(values())
                .filter(version -> version.compareTo(least) >= 0 && version.compareTo(most) <= 0)
                .map(version -> version.protocol)
                .toArray(String[]::new);
    }

    @Override
    public String toString() {
        return name().toUpperCase(Locale.ROOT);
    }
}
