package io.dawsos.observatory.server;

import io.dawsos.observatory.alertmanager.Alertmanager;
import io.dawsos.observatory.alertmanager.AlertmanagerSettings;
import io.dawsos.observatory.alertmanager.AlertmanagerSetup;
import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.alertmanager.notify.Notifiers;
import io.dawsos.observatory.alertmanager.schedule.ThreadScheduler;
import io.dawsos.observatory.alertmanager.template.NotificationTemplates;
import io.dawsos.observatory.rules.Alarm;
import io.dawsos.observatory.rules.GroupStatus;
import io.dawsos.observatory.rules.RuleContext;
import io.dawsos.observatory.rules.RuleScheduler;
import io.dawsos.observatory.rules.RuleSettings;
import io.dawsos.observatory.server.alerting.AlertRouting;
import io.dawsos.observatory.server.alerting.EmbeddedDelivery;
import io.dawsos.observatory.server.config.Configuration;
import io.dawsos.observatory.server.config.GlobalConfig;
import io.dawsos.observatory.server.metrics.AlertmanagerCounts;
import io.dawsos.observatory.server.metrics.SendMetrics;
import io.dawsos.telemetry.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules, and who is told of what they raise. */
final class Alerting implements AutoCloseable {
    private final Closing closing = new Closing();
    private final @Nullable Alertmanager alertmanager;
    private final AlertRouting routing;
    private final RuleScheduler rules;
    private final RuleContext context;
    private final URI externalUrl;
    private final InstantSource clock;

    /** @param context what rules are evaluated with, whoever is told and whatever the configuration sets */
    Alerting(
            ServerSettings settings,
            Configuration first,
            RuleContext context,
            URI externalUrl,
            Metrics metrics,
            InstantSource clock)
            throws IOException {
        SendMetrics sends = new SendMetrics(metrics);
        AlertmanagerConfig config = first.alertmanager();
        alertmanager = config == null ? null : open(settings, config, metrics, externalUrl, clock);
        EmbeddedDelivery embedded = alertmanager == null ? null : new EmbeddedDelivery(alertmanager, sends);
        routing = closing.with(new AlertRouting(
                settings.alertTarget(), embedded, externalUrl.resolve("/api/v2/alerts"), sends, clock));
        rules = closing.with(new RuleScheduler(Alarm.system()));
        this.context = context.withAlerts(routing);
        this.externalUrl = externalUrl;
        this.clock = clock;
    }

    private Alertmanager open(
            ServerSettings settings, AlertmanagerConfig config, Metrics metrics, URI externalUrl, InstantSource clock)
            throws IOException {
        ThreadScheduler scheduler = closing.with(new ThreadScheduler(clock));
        return closing.with(Alertmanager.open(
                settings.data().resolve("alertmanager"),
                setup(config, externalUrl, clock),
                AlertmanagerSettings.DEFAULT,
                scheduler,
                new AlertmanagerCounts(metrics)));
    }

    private static AlertmanagerSetup setup(AlertmanagerConfig config, URI externalUrl, InstantSource clock)
            throws IOException {
        NotificationTemplates templates = NotificationTemplates.read(config.templates(), clock);
        return AlertmanagerSetup.of(config, new Notifiers(config, templates, externalUrl, clock));
    }

    /**
     * Goes on by another configuration. What can fail comes first, so that the old one holds as a whole.
     *
     * @throws IllegalArgumentException when the rules cannot be used together
     * @throws IOException when a file of templates cannot be read
     */
    void apply(Configuration configuration) throws IOException {
        AlertmanagerConfig config = configuration.alertmanager();
        AlertmanagerSetup setup = config == null ? null : setup(config, externalUrl, clock);
        GlobalConfig global = configuration.prometheus().global();
        RuleSettings settings = RuleSettings.DEFAULT
                .withInterval(global.evaluationInterval())
                .withQueryOffset(global.queryOffset())
                .withExternal(global.externalLabels(), externalUrl);
        rules.load(configuration.prometheus().rules(), context.withSettings(settings));
        routing.apply(configuration.prometheus().alerting(), global.externalLabels());
        if (alertmanager != null && setup != null) {
            alertmanager.reload(setup);
        }
    }

    @Nullable
    Alertmanager alertmanager() {
        return alertmanager;
    }

    List<GroupStatus> groups() {
        return rules.status();
    }

    List<URI> alertmanagers() {
        return routing.alertmanagers();
    }

    /** Rules first, then what they still have to tell, then who tells it. */
    @Override
    public void close() {
        closing.close();
    }
}
