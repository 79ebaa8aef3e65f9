package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.jdbc.TracedDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ClassUtils;

/**
 * Wraps each {@code DataSource} bean so that its queries are {@code db.query} spans. The wrapper unwraps to what it
 * wraps; a bean that already leads to a traced one, such as a lazy proxy, is left as it is.
 */
final class DataSourcePostProcessor implements BeanPostProcessor {

    private final ObjectProvider<Telemetry> telemetry;
    private final StarterSettings settings;
    private @Nullable PoolMetrics pools;
    private boolean checked;

    DataSourcePostProcessor(ObjectProvider<Telemetry> telemetry, StarterSettings settings) {
        this.telemetry = telemetry;
        this.settings = settings;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof DataSource dataSource && !traced(dataSource)
                ? observed(dataSource, beanName, telemetry.getObject())
                : bean;
    }

    private DataSource observed(DataSource dataSource, String beanName, Telemetry to) {
        check(dataSource, beanName, to);
        if (!to.enabled()) {
            return dataSource;
        }
        measure(dataSource, beanName, to);
        return TracedDataSource.wrap(dataSource, to);
    }

    private synchronized void check(DataSource dataSource, String beanName, Telemetry to) {
        if (settings.checksDatabase()) {
            String name = checked ? settings.databaseName() + "." + beanName : settings.databaseName();
            to.health().need(name, DatabaseCheck.LIMIT, new DatabaseCheck(dataSource));
            checked = true;
        }
    }

    private synchronized void measure(DataSource dataSource, String beanName, Telemetry to) {
        if (ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", null)) {
            if (pools == null) {
                pools = new PoolMetrics(to.metrics());
            }
            pools.watch(beanName, dataSource);
        }
    }

    private static boolean traced(DataSource dataSource) {
        try {
            return dataSource.isWrapperFor(TracedDataSource.class);
        } catch (SQLException | RuntimeException notYet) {
            return false; // a routing data source without a target now: it is asked again by nobody, and traced
        }
    }
}
