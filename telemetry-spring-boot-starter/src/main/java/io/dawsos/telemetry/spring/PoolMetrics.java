package io.dawsos.telemetry.spring;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.dawsos.telemetry.metrics.Gauge;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import java.sql.SQLException;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code db_pool_connections} and {@code db_pool_waiting_threads} of HikariCP pools, read at each scrape. */
final class PoolMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(PoolMetrics.class);
    private static final int MOST_POOLS = 16;

    private final Gauge connections;
    private final Gauge waiting;
    private final Gauge limit;

    PoolMetrics(Metrics metrics) {
        Label pool = Label.open("pool", MOST_POOLS);
        connections = metrics.gauge(
                "db_pool_connections",
                "Connections that a pool holds, by what they do.",
                pool,
                Label.of("state", "active", "idle"));
        waiting = metrics.gauge("db_pool_waiting_threads", "Threads that wait for a connection of a pool.", pool);
        limit = metrics.gauge("db_pool_connections_max", "The most connections that a pool may hold.", pool);
    }

    /** @param pool the name of the data source's bean */
    void watch(String pool, DataSource dataSource) {
        try {
            if (dataSource.isWrapperFor(HikariDataSource.class)) {
                watch(pool, dataSource.unwrap(HikariDataSource.class));
            }
        } catch (SQLException e) {
            LOG.atWarn().addKeyValue("pool", pool).setCause(e).log("the connection pool is not measured");
        }
    }

    private void watch(String pool, HikariDataSource hikari) {
        connections.watch(() -> read(hikari, HikariPoolMXBean::getActiveConnections), pool, "active");
        connections.watch(() -> read(hikari, HikariPoolMXBean::getIdleConnections), pool, "idle");
        waiting.watch(() -> read(hikari, HikariPoolMXBean::getThreadsAwaitingConnection), pool);
        limit.watch(hikari::getMaximumPoolSize, pool);
    }

    /** A pool opens with its first connection: until then it holds none. */
    private static int read(HikariDataSource hikari, ToIntFunction<HikariPoolMXBean> value) {
        HikariPoolMXBean pool = hikari.getHikariPoolMXBean();
        return pool == null ? 0 : value.applyAsInt(pool);
    }
}
