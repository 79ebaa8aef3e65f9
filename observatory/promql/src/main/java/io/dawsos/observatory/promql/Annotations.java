package io.dawsos.observatory.promql;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** What a query's user should know of its result: warnings and infos, each once. Safe for use by many threads. */
public final class Annotations {
    private final Set<String> warnings = new ConcurrentSkipListSet<>();
    private final Set<String> infos = new ConcurrentSkipListSet<>();

    /** Something is wrong with the result. */
    public void warn(String message) {
        warnings.add(message);
    }

    /** Something may be wrong with the query. */
    public void info(String message) {
        infos.add(message);
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    public List<String> infos() {
        return List.copyOf(infos);
    }
}
