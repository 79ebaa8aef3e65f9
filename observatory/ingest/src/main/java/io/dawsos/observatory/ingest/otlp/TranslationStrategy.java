package io.dawsos.observatory.ingest.otlp;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How OTLP's names become those of series: {@code otlp.translation_strategy}. */
public enum TranslationStrategy {
    /** Names in Prometheus's old alphabet, with unit and type at their end: {@code http_wait_seconds_total}. */
    UNDERSCORE_ESCAPING_WITH_SUFFIXES("UnderscoreEscapingWithSuffixes", true, true),
    /** Names in Prometheus's old alphabet: {@code http_wait}. */
    UNDERSCORE_ESCAPING_WITHOUT_SUFFIXES("UnderscoreEscapingWithoutSuffixes", true, false),
    /** Names as they are, with unit and type at their end: {@code http.wait_seconds_total}. */
    NO_UTF8_ESCAPING_WITH_SUFFIXES("NoUTF8EscapingWithSuffixes", false, true),
    /** Names as they are: {@code http.wait}. */
    NO_TRANSLATION("NoTranslation", false, false);

    private final String key;
    private final boolean escaped;
    private final boolean suffixed;

    TranslationStrategy(String key, boolean escaped, boolean suffixed) {
        this.key = key;
        this.escaped = escaped;
        this.suffixed = suffixed;
    }

    /** As the configuration writes it. */
    public String key() {
        return key;
    }

    boolean escapes() {
        return escaped;
    }

    boolean addsSuffixes() {
        return suffixed;
    }

    static @Nullable TranslationStrategy of(String key) {
        return Arrays.stream(values())
                .filter(strategy -> strategy.key.equals(key))
                .findFirst()
                .orElse(null);
    }

    static String all() {
        return Arrays.stream(values()).map(TranslationStrategy::key).collect(Collectors.joining(", "));
    }
}
