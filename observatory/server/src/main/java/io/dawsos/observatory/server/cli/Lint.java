package io.dawsos.observatory.server.cli;

import java.util.Locale;

/** What {@code rules check} looks for beyond what does not load, by promtool's names. */
enum Lint {
    ALL,
    DUPLICATE_RULES,
    NONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
