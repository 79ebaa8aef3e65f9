package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.health.Health;
import io.dawsos.telemetry.metrics.Metrics;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Requests as spans, metrics and context, and the pages {@code /metrics} and {@code /health}. Without observability the
 * filters are not even registered.
 */
@AutoConfiguration(after = TelemetryAutoConfiguration.class)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class TelemetryHttpAutoConfiguration {

    /** Where Spring Boot puts Spring Security's filter when not told otherwise. */
    private static final int SECURITY_ORDER = -100;

    @Bean
    HttpInstruments dawsosHttpInstruments(
            Metrics metrics,
            ObjectProvider<RequestMappingInfoHandlerMapping> controllers,
            ObjectProvider<RouterFunctionMapping> routers) {
        return new HttpInstruments(metrics, controllers, routers);
    }

    @Bean
    HttpExchanges dawsosHttpExchanges(Telemetry telemetry, HttpInstruments instruments) {
        boolean security = ClassUtils.isPresent("org.springframework.security.core.Authentication", null);
        return new HttpExchanges(telemetry, instruments, security ? new RefusedUser() : null);
    }

    @Bean
    FilterRegistrationBean<HttpRequestFilter> dawsosHttpRequestFilter(
            Telemetry telemetry, HttpExchanges exchanges, ConfigurableEnvironment environment) {
        IgnoredPaths ignored = new IgnoredPaths(StarterSettings.of(environment).ignoredPaths());
        return filter(
                new HttpRequestFilter(exchanges, ignored),
                telemetry.enabled(),
                Ordered.HIGHEST_PRECEDENCE,
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    }

    @Bean
    FilterRegistrationBean<HttpUserFilter> dawsosHttpUserFilter(
            Telemetry telemetry, ConfigurableEnvironment environment) {
        int security = environment.getProperty("spring.security.filter.order", Integer.class, SECURITY_ORDER);
        return filter(new HttpUserFilter(), telemetry.enabled(), security + 1, EnumSet.of(DispatcherType.REQUEST));
    }

    @Bean
    ServletListenerRegistrationBean<HttpRequestEnd> dawsosHttpRequestEnd(Telemetry telemetry, HttpExchanges exchanges) {
        var registration = new ServletListenerRegistrationBean<>(new HttpRequestEnd(exchanges));
        registration.setEnabled(telemetry.enabled());
        return registration;
    }

    @Bean
    ServletRegistrationBean<MetricsServlet> dawsosMetricsServlet(Metrics metrics, Telemetry telemetry) {
        return servlet(new MetricsServlet(metrics, telemetry.enabled()), Set.of(IgnoredPaths.METRICS));
    }

    @Bean
    ServletRegistrationBean<HealthServlet> dawsosHealthServlet(Health health) {
        return servlet(new HealthServlet(health), Set.of(IgnoredPaths.HEALTH, IgnoredPaths.LIVE, IgnoredPaths.READY));
    }

    private static <F extends Filter> FilterRegistrationBean<F> filter(
            F filter, boolean enabled, int order, EnumSet<DispatcherType> dispatches) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(enabled);
        registration.setOrder(order);
        registration.setDispatcherTypes(dispatches);
        registration.setAsyncSupported(true);
        return registration;
    }

    /** Exact paths: a path mapping would hide its prefix from security's matchers. */
    private static <S extends HttpServlet> ServletRegistrationBean<S> servlet(S servlet, Set<String> paths) {
        ServletRegistrationBean<S> registration = new ServletRegistrationBean<>(servlet);
        registration.setUrlMappings(paths);
        return registration;
    }
}
