package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader of the file should know although the file is good. */
final class Warnings {
    private final List<String> lines = new ArrayList<>();

    void add(ConfigNode node, @Nullable String text) {
        if (text != null) {
            lines.add(node.problem(text).getMessage());
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
