package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.metrics.Metrics;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * The routes and the metrics that they give. Filters are made before the handler mappings, so these come once all beans
 * are there, which is before the first request.
 */
final class HttpInstruments implements SmartInitializingSingleton {

    private final Metrics registry;
    private final ObjectProvider<RequestMappingInfoHandlerMapping> controllers;
    private final ObjectProvider<RouterFunctionMapping> routers;
    private volatile Routes routes = new Routes(List.of());
    private volatile HttpMetrics metrics = new HttpMetrics(Metrics.noop(), routes);

    HttpInstruments(
            Metrics registry,
            ObjectProvider<RequestMappingInfoHandlerMapping> controllers,
            ObjectProvider<RouterFunctionMapping> routers) {
        this.registry = registry;
        this.controllers = controllers;
        this.routers = routers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        routes = MappedRoutes.of(controllers.stream(), routers.stream());
        metrics = new HttpMetrics(registry, routes);
    }

    Routes routes() {
        return routes;
    }

    HttpMetrics metrics() {
        return metrics;
    }
}
