package io.dawsos.observatory.config;

import java.util.List;
import java.util.Map;

/** A value of a YAML document, without a place: an alias shares the value of its anchor. */
sealed interface YamlValue {
    /** Levels of collections in it. */
    int height();

    /** Values in it, each alias counted as what it stands for. */
    long size();

    /** @param plain written without quotes, so that {@code 1} may be a number */
    record Scalar(String text, boolean plain) implements YamlValue {
        @Override
        public int height() {
            return 0;
        }

        @Override
        public long size() {
            return 1;
        }
    }

    record Sequence(List<Place> items, int height, long size) implements YamlValue {}

    record Mapping(Map<String, Place> entries, int height, long size) implements YamlValue {}

    /** Where a value stands: the line of its key, or of its first character; from 1. */
    record Place(int line, YamlValue value) {}
}
