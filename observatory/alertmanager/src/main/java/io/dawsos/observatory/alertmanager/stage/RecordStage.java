package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.log.NotificationLog;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what was told; it is durable before the group moves on. */
final class RecordStage implements Stage {
    private static final Logger LOG = LoggerFactory.getLogger(RecordStage.class);

    private final Integration integration;
    private final NotificationLog log;
    private final AlertmanagerMetrics metrics;

    RecordStage(Integration integration, NotificationLog log, AlertmanagerMetrics metrics) {
        this.integration = integration;
        this.log = log;
        this.metrics = metrics;
    }

    @Override
    public CompletableFuture<Step> pass(Passage passage) {
        try {
            log.sent(
                    passage.key(integration),
                    passage.flush().now(),
                    passage.firingPrints(),
                    passage.resolvedPrints(),
                    passage.flush().route().options().repeatInterval());
        } catch (IOException e) {
            LOG.warn("cannot record that {} was told; it may be told again after a restart", integration, e);
            metrics.journalFailed();
        }
        return AlertFilter.now(new Step.Goes(passage));
    }
}
