package io.dawsos.portfolio.pricing;

import io.dawsos.portfolio.Settings;
import io.dawsos.portfolio.alert.AlertEvaluator;
import io.dawsos.portfolio.alert.QuoteSource;
import io.dawsos.portfolio.provider.Providers;
import io.dawsos.portfolio.reconcile.Reconciler;
import io.dawsos.telemetry.Telemetry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What builds pricing packs, and where quotes come from between two of them. When builds run: {@link PackJobsConfiguration}. */
@Configuration(proxyBeanMethods = false)
public class PackBuildConfiguration {

    @Bean
    PackSchedule packSchedule(Settings settings, Environment environment) {
        return PackSchedule.from(settings.zone(), environment::getProperty);
    }

    @Bean
    PackBuilds packBuilds(JdbcClient database) {
        return new PackBuilds(database);
    }

    @Bean
    PackBuildMetrics packBuildMetrics(PackStore packs, PackBuilds builds, PackSchedule schedule, Telemetry telemetry) {
        return new PackBuildMetrics(packs, builds, schedule, telemetry);
    }

    @Bean
    BuildProgress buildProgress() {
        return new LoggedProgress();
    }

    @Bean
    PackBuilder packBuilder(
            PackBuilds builds,
            JdbcClient database,
            Providers providers,
            PackPublisher publisher,
            Packs packs,
            Reconciler reconciler,
            AlertEvaluator alerts,
            PackBuildMetrics metrics,
            TransactionTemplate transactions,
            BuildProgress progress,
            Clock clock,
            Telemetry telemetry) {
        return new PackBuilder(
                builds,
                new MarketClose(database, providers),
                publisher,
                packs,
                reconciler,
                alerts,
                metrics,
                transactions,
                progress,
                clock,
                telemetry);
    }

    @Bean
    QuoteSource quoteSource(Providers providers) {
        return new ProviderQuotes(providers);
    }
}
