package io.dawsos.portfolio.pricing;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Builds every night, and when asked. */
@Configuration(proxyBeanMethods = false)
@Import(PackBuildController.class)
public class PackJobsConfiguration {

    @Bean
    PackJobs packJobs(DataSource database, PackSchedule schedule, PackBuilds builds, PackBuilder builder, Clock clock) {
        return new PackJobs(database, schedule, builds, builder, clock);
    }
}
