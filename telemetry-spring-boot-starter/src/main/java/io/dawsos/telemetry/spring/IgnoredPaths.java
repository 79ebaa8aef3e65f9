package io.dawsos.telemetry.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Paths that get no span and are not counted: this module's own, which pollers ask for, and those of a setting. */
final class IgnoredPaths {

    static final String METRICS = "/metrics";
    static final String HEALTH = "/health";
    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";

    private static final Set<String> OWN = Set.of(METRICS, HEALTH, LIVE, READY);

    private final List<PathPattern> more;

    /** @throws IllegalArgumentException naming the pattern that cannot be read */
    IgnoredPaths(List<String> patterns) {
        more = patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    boolean contains(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return OWN.contains(path) || (!more.isEmpty() && matched(path));
    }

    private boolean matched(String path) {
        try {
            PathContainer parsed = PathContainer.parsePath(path);
            return more.stream().anyMatch(each -> each.matches(parsed));
        } catch (IllegalArgumentException malformed) {
            return false; // it cannot be decoded, so it is none of the named
        }
    }
}
