package io.dawsos.portfolio.provider;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Puts the answers to the parts of a question together: as old as the oldest, stale if one is. */
final class Answers {

    private final String provider;
    private final Map<String, BigDecimal> values = new TreeMap<>();
    private Instant at;
    private boolean stale;

    /** @param now the age of an answer of no parts */
    Answers(String provider, Instant now) {
        this.provider = provider;
        this.at = now;
    }

    Answers add(Answer<Map<String, BigDecimal>> part) {
        values.putAll(part.value());
        at = part.at().isBefore(at) ? part.at() : at;
        stale |= part.stale();
        return this;
    }

    Answer<Map<String, BigDecimal>> all() {
        return new Answer<>(Map.copyOf(values), at, stale, provider);
    }
}
