package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.ConfigurableEnvironment;

/** Every {@code DataSource} bean traced, its pool measured and its database checked by {@code /health}. */
@AutoConfiguration(after = TelemetryAutoConfiguration.class)
@ConditionalOnClass(DataSource.class)
class TelemetryDataSourceAutoConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DataSourcePostProcessor dawsosDataSourcePostProcessor(
            ObjectProvider<Telemetry> telemetry, ConfigurableEnvironment environment) {
        return new DataSourcePostProcessor(telemetry, StarterSettings.of(environment));
    }
}
