package io.dawsos.telemetry.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Reads the routes out of Spring MVC's handler mappings: annotated controllers and functional routers. */
final class MappedRoutes {

    private MappedRoutes() {}

    static Routes of(Stream<RequestMappingInfoHandlerMapping> controllers, Stream<RouterFunctionMapping> routers) {
        List<Routes.Mapped> mapped = new ArrayList<>();
        controllers.map(RequestMappingInfoHandlerMapping::getHandlerMethods).forEach(methods -> add(methods, mapped));
        routers.forEach(router -> add(router.getRouterFunction(), mapped));
        return new Routes(mapped);
    }

    private static void add(Map<RequestMappingInfo, HandlerMethod> methods, List<Routes.Mapped> mapped) {
        methods.forEach((info, handler) -> {
            // The error page is where other routes' requests end, never a request's own route.
            if (!ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                patterns(info).forEach(each -> mapped.add(new Routes.Mapped(each, methods(info), handler)));
            }
        });
    }

    private static void add(@Nullable RouterFunction<?> router, List<Routes.Mapped> mapped) {
        if (router != null) {
            router.accept(new RouterVisitor(mapped));
        }
    }

    private static Set<PathPattern> patterns(RequestMappingInfo info) {
        PathPatternsRequestCondition parsed = info.getPathPatternsCondition();
        return parsed != null
                ? parsed.getPatterns()
                : info.getPatternValues().stream()
                        .map(PathPatternParser.defaultInstance::parse)
                        .collect(Collectors.toSet());
    }

    private static Set<String> methods(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
