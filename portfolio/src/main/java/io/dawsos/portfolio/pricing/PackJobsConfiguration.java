package io.dawsos.portfolio.pricing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Builds every night, and when asked. */
@Configuration(proxyBeanMethods = false)
@Import(PackBuildController.class)
public class PackJobsConfiguration {

    @Bean
    PackJobs packJobs(
            DataSource database,
            PackSchedule schedule,
            PackBuilds builds,
            PackBuilder builder,
            List<RecurringTask<?>> others,
            Clock clock) {
        return new PackJobs(database, schedule, builds, builder, others, clock);
    }
}
