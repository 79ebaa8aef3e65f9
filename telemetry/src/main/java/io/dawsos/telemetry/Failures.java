package io.dawsos.telemetry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the first report of an exception from its passing through further capabilities, wrapped or not, so that it is
 * logged and recorded once. Remembers by identity, weakly, a bounded number for a minute: some exceptions are constants
 * that are thrown again and again.
 */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Capability.class);
    private static final int DEEPEST_CAUSE = 16;

    private final ConcurrentMap<Throwable, Boolean> reported;

    Failures() {
        Cache<Throwable, Boolean> cache = Caffeine.newBuilder()
                .weakKeys()
                .maximumSize(1024)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build();
        reported = cache.asMap();
    }

    boolean isFirst(Throwable thrown) {
        boolean first = true;
        @Nullable Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEEPEST_CAUSE; depth++) {
            first &= reported.putIfAbsent(each, Boolean.TRUE) == null;
            each = each.getCause();
        }
        return first;
    }

    void log(String capability, Throwable thrown) {
        LOG.atError().addKeyValue("capability", capability).setCause(thrown).log("capability {} failed", capability);
    }
}
