package io.dawsos.telemetry.spring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Collects the path patterns of a functional router, nested ones joined to the pattern around them. */
final class RouterVisitor implements RouterFunctions.Visitor {

    private final List<Routes.Mapped> mapped;
    private final Deque<String> prefixes = new ArrayDeque<>(List.of(""));

    RouterVisitor(List<Routes.Mapped> mapped) {
        this.mapped = mapped;
    }

    @Override
    public void startNested(RequestPredicate predicate) {
        List<String> paths = Predicate.of(predicate).paths;
        prefixes.push(paths.isEmpty() ? prefixes.element() : joined(paths.getFirst()));
    }

    @Override
    public void endNested(RequestPredicate predicate) {
        prefixes.pop();
    }

    @Override
    public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
        Predicate read = Predicate.of(predicate);
        read.paths.forEach(path -> mapped.add(
                new Routes.Mapped(PathPatternParser.defaultInstance.parse(joined(path)), read.methods, null)));
    }

    private String joined(String path) {
        PathPatternParser parser = PathPatternParser.defaultInstance;
        PathPattern prefix = parser.parse(prefixes.element());
        return prefix.combine(parser.parse(path)).getPatternString();
    }

    @Override
    public void resources(Function<ServerRequest, Optional<Resource>> lookup) {}

    @Override
    public void attributes(Map<String, Object> attributes) {}

    @Override
    public void unknown(RouterFunction<?> router) {}

    /** The paths and methods that a predicate names, whatever else it asks. */
    private static final class Predicate implements RequestPredicates.Visitor {

        private final List<String> paths = new ArrayList<>();
        private final Set<String> methods = new HashSet<>();

        static Predicate of(RequestPredicate predicate) {
            Predicate read = new Predicate();
            predicate.accept(read);
            return read;
        }

        @Override
        public void method(Set<HttpMethod> named) {
            named.forEach(each -> methods.add(each.name()));
        }

        @Override
        public void path(String pattern) {
            paths.add(pattern);
        }

        @Override
        @SuppressWarnings("removal") // still abstract
        public void pathExtension(String extension) {}

        @Override
        public void header(String name, String value) {}

        @Override
        public void param(String name, String value) {}

        @Override
        public void version(String version) {}

        @Override
        public void startAnd() {}

        @Override
        public void and() {}

        @Override
        public void endAnd() {}

        @Override
        public void startOr() {}

        @Override
        public void or() {}

        @Override
        public void endOr() {}

        @Override
        public void startNegate() {}

        @Override
        public void endNegate() {}

        @Override
        public void unknown(RequestPredicate predicate) {}
    }
}
