package io.dawsos.portfolio.alert;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.dawsos.telemetry.Capability;
import io.dawsos.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once an hour, on one of the replicas, {@link Leftovers} are deleted that are older than {@code DAWSOS_OUTBOX_KEEP}. */
final class Housekeeping {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration DATABASE_AWAY = Duration.ofMinutes(1);

    private final Leftovers leftovers;
    private final Duration keep;
    private final Clock clock;
    private final Capability tidying;

    Housekeeping(Leftovers leftovers, Duration keep, Clock clock, Telemetry telemetry) {
        this.leftovers = leftovers;
        this.keep = keep;
        this.clock = clock;
        this.tidying = telemetry.capability("alert.tidy");
    }

    /** For whatever runs the jobs in the database. */
    RecurringTask<Void> task() {
        return Tasks.recurring("alert-leftovers", FixedDelay.of(EVERY))
                .onFailure(new FailureHandler.OnFailureRetryLater<>(DATABASE_AWAY))
                .execute((_, _) -> tidy());
    }

    private void tidy() {
        tidying.execute(span -> {
            Leftovers.Deleted deleted = leftovers.delete(clock.instant().minus(keep));
            span.setAttribute("deleted_deliveries", deleted.deliveries());
            span.setAttribute("deleted_events", deleted.events());
            log.atInfo()
                    .addKeyValue("deliveries", deleted.deliveries())
                    .addKeyValue("events", deleted.events())
                    .log("old deliveries of alerts deleted");
        });
    }
}
