package io.dawsos.portfolio.api;

import io.dawsos.telemetry.Telemetry;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The handlers and how they read and write JSON: strictly, and numbers exactly. */
@Configuration(proxyBeanMethods = false)
@Import({
    PortfolioController.class,
    TradeController.class,
    LotController.class,
    ValuationController.class,
    PackController.class,
    ReconciliationController.class,
    OpenApiController.class,
    AlertController.class,
    DeliveryController.class,
    NotificationController.class,
    ProblemAdvice.class,
    ErrorPage.class
})
public class ApiConfiguration {

    /** After telemetry's filter, so that a refusal is seen; before security. */
    private static final int BODY_LIMIT_ORDER = Ordered.HIGHEST_PRECEDENCE + 1000;

    @Bean
    JsonMapperBuilderCustomizer strictAndExact() {
        return mapper -> mapper.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json, Telemetry telemetry) {
        return new ProblemWriter(json, telemetry);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter problems) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(problems));
        filter.setOrder(BODY_LIMIT_ORDER);
        return filter;
    }
}
