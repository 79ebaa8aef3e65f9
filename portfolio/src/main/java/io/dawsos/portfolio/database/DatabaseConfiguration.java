package io.dawsos.portfolio.database;

import com.zaxxer.hikari.HikariDataSource;
import io.dawsos.portfolio.Settings;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The connection pool to the given database, or to the embedded one. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    private static final int CONNECTIONS = 10;

    /** Away from the database a request waits this long and then answers 503: requests do not pile up. */
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(1);

    @Bean
    @Conditional(NoDatabaseGiven.class)
    EmbeddedDatabase embeddedDatabase(Settings settings) {
        return EmbeddedDatabase.start(settings.data());
    }

    @Bean
    DataSource dataSource(Settings settings, ObjectProvider<EmbeddedDatabase> embedded) {
        DatabaseAddress given = settings.database();
        DatabaseAddress address = given == null ? embedded.getObject().address() : given;
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("portfolio");
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        pool.setValidationTimeout(500);
        pool.setInitializationFailTimeout(10_000);
        pool.addDataSourceProperty("ApplicationName", "dawsos-portfolio");
        pool.addDataSourceProperty("connectTimeout", "2");
        pool.addDataSourceProperty("socketTimeout", "10");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("options", "-c statement_timeout=5000 -c lock_timeout=2000");
        return pool;
    }
}
