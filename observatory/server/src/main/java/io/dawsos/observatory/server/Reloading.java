package io.dawsos.observatory.server;

import io.dawsos.observatory.rules.RuleDialect;
import io.dawsos.observatory.server.api.ProcessStatus.Reload;
import io.dawsos.observatory.server.config.Configuration;
import io.dawsos.telemetry.metrics.Gauge;
import io.dawsos.telemetry.metrics.Metrics;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the configuration's files anew on {@code /-/reload}; when they cannot be used the old configuration goes on. */
final class Reloading implements HttpService {
    private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);
    private static final double MILLIS = 1e3;

    private final ServerSettings settings;
    private final Target target;
    private final InstantSource clock;
    private final Gauge successful;
    private final Gauge succeededAt;
    private volatile Configuration current;
    private volatile Reload last;

    /** Who uses a configuration. */
    @FunctionalInterface
    interface Target {
        void apply(Configuration configuration) throws IOException, InterruptedException;
    }

    Reloading(ServerSettings settings, Configuration first, Target target, Metrics metrics, InstantSource clock) {
        this.settings = settings;
        this.current = first;
        this.target = target;
        this.clock = clock;
        successful = metrics.gauge(
                "prometheus_config_last_reload_successful", "Whether the last reload of the files has succeeded.");
        succeededAt = metrics.gauge(
                "prometheus_config_last_reload_success_timestamp_seconds", "When a reload has succeeded last.");
        last = note(true);
    }

    static Configuration read(ServerSettings settings) {
        return Configuration.read(
                settings.configuration(),
                settings.alertmanager(),
                new RuleDialect(RuleDialect.STABLE.names(), settings.queries().features()));
    }

    private Reload note(boolean success) {
        successful.set(success ? 1 : 0);
        if (success) {
            succeededAt.set(clock.millis() / MILLIS);
        }
        return new Reload(clock.instant(), success);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/-/reload", this::answer).put("/-/reload", this::answer);
    }

    private void answer(ServerRequest request, ServerResponse response) {
        String problem = reload();
        if (problem.isEmpty()) {
            response.send();
        } else {
            response.status(Status.INTERNAL_SERVER_ERROR_500).send("failed to reload config: " + problem + "\n");
        }
    }

    /** Reads the files and goes on by them; why it does not, or an empty text. */
    synchronized String reload() {
        try {
            Configuration next = read(settings);
            target.apply(next);
            current = next;
            last = note(true);
            LOG.info("the configuration was read anew: {}", next.prometheus());
            return "";
        } catch (RuntimeException | IOException e) {
            return refused(Causes.text(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused("interrupted");
        }
    }

    private String refused(String problem) {
        last = note(false);
        LOG.error("the configuration could not be used, and the old one goes on: {}", problem);
        return problem;
    }

    Configuration current() {
        return current;
    }

    Reload last() {
        return last;
    }
}
