package io.dawsos.portfolio;

import io.dawsos.portfolio.ledger.Lots;
import io.dawsos.portfolio.ledger.PortfolioCount;
import io.dawsos.portfolio.ledger.Portfolios;
import io.dawsos.portfolio.ledger.TradeDesk;
import io.dawsos.portfolio.pricing.CaffeinePackCache;
import io.dawsos.portfolio.pricing.PackBuildMetrics;
import io.dawsos.portfolio.pricing.PackCache;
import io.dawsos.portfolio.pricing.PackPublisher;
import io.dawsos.portfolio.pricing.PackStore;
import io.dawsos.portfolio.pricing.Packs;
import io.dawsos.portfolio.pricing.RedisPackCache;
import io.dawsos.portfolio.seed.DemoDay;
import io.dawsos.portfolio.seed.DemoLoader;
import io.dawsos.portfolio.seed.FirstStart;
import io.dawsos.portfolio.valuation.Valuations;
import io.dawsos.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the service is made of, beneath HTTP. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

    @Bean
    Clock clock(Settings settings) {
        return settings.clock();
    }

    @Bean
    Portfolios portfolios(JdbcClient database) {
        return new Portfolios(database);
    }

    @Bean
    Lots lots(JdbcClient database) {
        return new Lots(database);
    }

    @Bean
    TradeDesk tradeDesk(JdbcClient database, TransactionTemplate transactions, Clock clock, Telemetry telemetry) {
        return new TradeDesk(database, transactions, clock, telemetry);
    }

    @Bean
    PackStore packStore(JdbcClient database) {
        return new PackStore(database);
    }

    @Bean
    PackPublisher packPublisher(JdbcClient database, TransactionTemplate transactions) {
        return new PackPublisher(database, transactions);
    }

    @Bean
    PackCache packCache(Settings settings, Telemetry telemetry) {
        if (settings.redis() == null) {
            return new CaffeinePackCache(settings.cachedPacks());
        }
        RedisPackCache redis = new RedisPackCache(settings.redis());
        telemetry.health().want("cache", Duration.ofSeconds(1), redis::ping);
        return redis;
    }

    @Bean
    Packs packs(PackStore store, PackCache cache, Telemetry telemetry) {
        return new Packs(store, cache, telemetry);
    }

    @Bean
    Valuations valuations(JdbcClient database, Packs packs, Clock clock, Telemetry telemetry) {
        return new Valuations(database, packs, clock, telemetry);
    }

    @Bean
    PortfolioCount portfolioCount(Telemetry telemetry) {
        return new PortfolioCount(telemetry);
    }

    @Bean
    FirstStart firstStart(Settings settings, DataSource database, Environment environment, Clock clock) {
        return new FirstStart(settings, new DemoLoader(database), () -> DemoDay.from(environment::getProperty, clock));
    }

    @Bean
    Census census(
            Settings settings,
            Portfolios portfolios,
            PortfolioCount count,
            PackStore packs,
            PackBuildMetrics builds,
            Clock clock,
            Telemetry telemetry) {
        return new Census(settings, portfolios, count, packs, builds, clock, telemetry);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> ready(Settings settings) {
        return new ReadyLine(settings);
    }
}
