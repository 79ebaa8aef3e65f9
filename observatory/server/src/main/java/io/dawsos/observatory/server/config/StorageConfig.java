package io.dawsos.observatory.server.config;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.tsdb.StoreSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code storage}. It holds from the start of the process on: a reload does not change it.
 *
 * @param outOfOrderWindow how much older than the newest sample one may be
 * @param exemplars how many are kept
 */
public record StorageConfig(Duration outOfOrderWindow, int exemplars) {
    public static final StorageConfig DEFAULT =
            new StorageConfig(StoreSettings.DEFAULT.outOfOrderWindow(), StoreSettings.DEFAULT.exemplars());

    private static final int MOST_EXEMPLARS = 10_000_000;

    static StorageConfig read(@Nullable ConfigMap storage) {
        if (storage == null) {
            return DEFAULT;
        }
        StorageConfig config = new StorageConfig(window(storage), exemplars(storage));
        storage.end();
        return config;
    }

    private static Duration window(ConfigMap storage) {
        ConfigMap tsdb = storage.mapOrNull("tsdb");
        if (tsdb == null) {
            return DEFAULT.outOfOrderWindow;
        }
        tsdb.unsupported("retention", "set --storage.retention.time and --storage.retention.size");
        Duration window = tsdb.duration("out_of_order_time_window", DEFAULT.outOfOrderWindow);
        tsdb.end();
        return window;
    }

    private static int exemplars(ConfigMap storage) {
        ConfigMap exemplars = storage.mapOrNull("exemplars");
        if (exemplars == null) {
            return DEFAULT.exemplars;
        }
        long most = exemplars.integer("max_exemplars", DEFAULT.exemplars);
        if (most < 0 || most > MOST_EXEMPLARS) {
            throw exemplars.problem("max_exemplars wants 0 to " + MOST_EXEMPLARS + ", got " + most);
        }
        exemplars.end();
        return (int) most;
    }
}
