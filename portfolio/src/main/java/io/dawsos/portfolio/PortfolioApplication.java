package io.dawsos.portfolio;

import io.dawsos.portfolio.alert.AlertConfiguration;
import io.dawsos.portfolio.api.ApiConfiguration;
import io.dawsos.portfolio.credential.CredentialConfiguration;
import io.dawsos.portfolio.database.DatabaseConfiguration;
import io.dawsos.portfolio.pricing.PackBuildConfiguration;
import io.dawsos.portfolio.pricing.PackJobsConfiguration;
import io.dawsos.portfolio.provider.ProviderConfiguration;
import io.dawsos.portfolio.reconcile.ReconcileConfiguration;
import io.dawsos.portfolio.security.SecurityConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the portfolio service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {UserDetailsServiceAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@Import({
    DatabaseConfiguration.class,
    SecurityConfiguration.class,
    ApiConfiguration.class,
    ServiceConfiguration.class,
    CredentialConfiguration.class,
    ProviderConfiguration.class,
    ReconcileConfiguration.class,
    // Before the alerts, which look whether there is a source of quotes.
    PackBuildConfiguration.class,
    PackJobsConfiguration.class,
    AlertConfiguration.class
})
public class PortfolioApplication {

    private static final int MOST_DISCARDED_BYTES = 32 << 20;

    /** What these say below WARN is of interest to their authors, and quotes requests. */
    private static final List<String> QUIET = List.of(
            "com.github.kagkarlsson",
            "com.zaxxer.hikari",
            "io.zonky.test",
            "org.apache.catalina",
            "org.flywaydb",
            "org.springframework.boot",
            "org.springframework.security",
            "org.springframework.web");

    public static void main(String[] args) {
        Settings settings;
        try {
            settings = Settings.from(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("portfolio: " + e.getMessage());
            System.exit(2);
            return;
        }
        start(settings, Map.of());
    }

    /**
     * Starts and answers when requests are served.
     *
     * @param more Spring properties that go over the service's own
     */
    public static ConfigurableApplicationContext start(Settings settings, Map<String, Object> more) {
        SpringApplication application = new SpringApplication(PortfolioApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(settings, more));
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(Settings.class, () -> settings));
        return application.run();
    }

    private static Map<String, Object> properties(Settings settings, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.application.name", "dawsos-portfolio");
        properties.put("server.address", settings.address());
        properties.put("server.port", settings.port());
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.web.resources.add-mappings", false);
        properties.put("spring.main.web-application-type", "servlet");
        properties.put("spring.jmx.enabled", false);
        // A refused body is thrown away as it comes, so that the client gets to read why.
        properties.put("server.tomcat.max-swallow-size", MOST_DISCARDED_BYTES);
        properties.put("server.tomcat.max-connections", 2048);
        properties.put("server.tomcat.connection-timeout", "10s");
        QUIET.forEach(logger -> properties.put("logging.level." + logger, "WARN"));
        properties.put("logging.level.org.springframework.web.servlet.PageNotFound", "ERROR");
        properties.putAll(more);
        return properties;
    }
}
