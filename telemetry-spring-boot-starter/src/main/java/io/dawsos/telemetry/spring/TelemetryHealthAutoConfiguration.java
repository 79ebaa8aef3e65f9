package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.health.Health;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;

/**
 * The application's own {@code HealthIndicator} beans at {@code /health}, as dependencies that it wants: a library that
 * brings an indicator should not take the service out of rotation.
 */
@AutoConfiguration(after = TelemetryAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
class TelemetryHealthAutoConfiguration {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** Spring Boot's own, of this process rather than of a dependency, and the database, which is checked already. */
    private static final Set<String> NOT_TAKEN =
            Set.of("db", "ping", "diskSpace", "ssl", "livenessState", "readinessState");

    @Bean
    SmartInitializingSingleton dawsosHealthIndicators(ListableBeanFactory beans, Health health) {
        return () -> beans.getBeansOfType(HealthIndicator.class).forEach((bean, indicator) -> {
            String name = bean.replaceFirst("HealthIndicator$|HealthContributor$", "");
            if (!NOT_TAKEN.contains(name)) {
                health.want(name, LIMIT, () -> check(indicator));
            }
        });
    }

    private static void check(HealthIndicator indicator) {
        org.springframework.boot.health.contributor.Health answer = indicator.health();
        if (answer == null || Set.of(Status.DOWN, Status.OUT_OF_SERVICE).contains(answer.getStatus())) {
            throw new IllegalStateException(answer == null ? "no answer" : reason(answer));
        }
    }

    private static String reason(org.springframework.boot.health.contributor.Health answer) {
        Map<String, Object> details = answer.getDetails();
        Object error = details.get("error");
        return answer.getStatus().getCode() + (error == null ? "" : ": " + error);
    }
}
