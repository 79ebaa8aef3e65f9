package io.dawsos.telemetry.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The routes that a service has, known when it starts, so that the {@code endpoint} label is closed. A request's route is
 * that of the handler which served it, or, where none did (security refused it, or the method is not allowed), the one
 * whose pattern fits its path best. Immutable.
 */
final class Routes {

    /**
     * One mapped pattern.
     *
     * @param methods the HTTP methods it is mapped for; empty for all
     * @param handler the handler method, or null for a functional route
     */
    record Mapped(
            PathPattern pattern,
            Set<String> methods,
            @Nullable HandlerMethod handler) {

        Route route() {
            Endpoint endpoint = endpoint();
            String template = pattern.getPatternString();
            return new Route(template, endpoint == null ? template : endpoint.value());
        }

        boolean cached() {
            Endpoint endpoint = endpoint();
            return endpoint != null && endpoint.cached();
        }

        private @Nullable Endpoint endpoint() {
            return handler == null ? null : handler.getMethodAnnotation(Endpoint.class);
        }

        private Object method() {
            return handler == null ? FUNCTIONAL : handler.getMethod();
        }

        private boolean allows(String method) {
            return methods.isEmpty() || methods.contains(method);
        }
    }

    private static final Object FUNCTIONAL = new Object();

    private final List<Mapped> mapped;
    /** By pattern, then by handler method: most patterns have one, which then need not be compared. */
    private final Map<String, Map<Object, Route>> byPattern = new HashMap<>();

    Routes(List<Mapped> mapped) {
        this.mapped = List.copyOf(mapped);
        mapped.forEach(each -> byPattern
                .computeIfAbsent(each.pattern.getPatternString(), pattern -> new HashMap<>())
                .putIfAbsent(each.method(), each.route()));
    }

    List<Mapped> mapped() {
        return mapped;
    }

    Set<String> endpoints() {
        return Stream.concat(
                        mapped.stream().map(each -> each.route().endpoint()),
                        Stream.of(Route.OTHER.endpoint(), Route.STATIC.endpoint()))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** Asked right after the request's dispatch: an error dispatch would overwrite what the mapping left there. */
    Route of(HttpServletRequest request, int status) {
        Object handler = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        if (handler instanceof ResourceHttpRequestHandler) {
            return status == 404 ? Route.OTHER : Route.STATIC;
        }
        String pattern = Objects.toString(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), "");
        Route known = handled(byPattern.getOrDefault(pattern, Map.of()), handler);
        return known != null ? known : handler != null ? Route.OTHER : nearest(request);
    }

    private static @Nullable Route handled(Map<Object, Route> byMethod, @Nullable Object handler) {
        if (handler != null && byMethod.size() == 1) {
            return byMethod.values().iterator().next();
        }
        return byMethod.get(handler instanceof HandlerMethod served ? served.getMethod() : FUNCTIONAL);
    }

    private Route nearest(HttpServletRequest request) {
        PathContainer path = path(request);
        return path == null
                ? Route.OTHER
                : mapped.stream()
                        .filter(each -> each.pattern.matches(path))
                        .min(Comparator.comparing((Mapped each) -> !each.allows(request.getMethod()))
                                .thenComparing(Mapped::pattern))
                        .map(Mapped::route)
                        .orElse(Route.OTHER);
    }

    private static @Nullable PathContainer path(HttpServletRequest request) {
        try {
            RequestPath path = ServletRequestPathUtils.parse(request);
            return path.pathWithinApplication();
        } catch (IllegalArgumentException malformed) {
            return null; // a path that cannot be decoded is no route of ours
        }
    }
}
