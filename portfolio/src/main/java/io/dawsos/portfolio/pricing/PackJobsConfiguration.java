package io.dawsos.portfolio.pricing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Builds every night, and when asked. {@code DAWSOS_PACK_TAKEOVER}: within what time another replica takes over the
 * build of one that died.
 */
@Configuration(proxyBeanMethods = false)
@Import(PackBuildController.class)
public class PackJobsConfiguration {

    private static final String TAKEOVER = "DAWSOS_PACK_TAKEOVER";

    @Bean
    PackJobs packJobs(
            DataSource database,
            PackSchedule schedule,
            PackBuilds builds,
            PackBuilder builder,
            List<RecurringTask<?>> others,
            Environment environment,
            Clock clock) {
        return new PackJobs(database, schedule, builds, builder, others, takeover(environment), clock);
    }

    private static Duration takeover(Environment environment) {
        String value = environment.getProperty(TAKEOVER, "60s").strip();
        int seconds = value.matches("\\d{1,3}s") ? Integer.parseInt(value.substring(0, value.length() - 1)) : 0;
        if (seconds < 6 || seconds > 600) {
            throw new IllegalArgumentException("%s: wanted 6s to 600s, got \"%s\"".formatted(TAKEOVER, value));
        }
        return Duration.ofSeconds(seconds);
    }
}
