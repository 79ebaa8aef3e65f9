package io.dawsos.observatory.config;

import java.nio.charset.StandardCharsets;

/** What Jazzer feeds its inputs to. Any text is read to its last value, or refused with its file. */
public final class YamlFuzzTarget {
    private static final int LOOKED_AT = 100_000;

    private YamlFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            walk(ConfigFile.parse("fuzz.yml", new String(data, StandardCharsets.UTF_8)), new int[1]);
        } catch (ConfigException e) {
            if (!String.valueOf(e.getMessage()).startsWith("fuzz.yml:")) {
                throw new IllegalStateException("without a place", e);
            }
        }
    }

    private static void walk(ConfigNode node, int[] seen) {
        if (seen[0]++ > LOOKED_AT) {
            return;
        }
        if (node.isMap()) {
            node.map().keys().forEach(key -> walk(node.map().need(key), seen));
        } else if (node.isList()) {
            node.list().forEach(item -> walk(item, seen));
        } else {
            read(node);
        }
    }

    private static void read(ConfigNode node) {
        attempt(node::integer);
        attempt(node::number);
        attempt(node::bool);
        attempt(node::duration);
        attempt(node::byteSize);
    }

    private static void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (ConfigException e) {
            if (e.line() < 1) {
                throw new IllegalStateException("without a line", e);
            }
        }
    }
}
