package io.dawsos.portfolio.pricing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * When builds run: jobs in the database, of which every replica takes what is due, each job by one of them. A job whose
 * replica died is taken over by another within a bound. A night's build that failed for a passing reason is tried again
 * until the next night.
 */
public final class PackJobs implements SmartLifecycle {

    private static final Duration TRY_AGAIN = Duration.ofMinutes(2);
    private static final Duration DATABASE_AWAY = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);
    private static final int THREADS = 2;

    private final PackSchedule schedule;
    private final PackBuilds builds;
    private final PackBuilder builder;
    private final Clock clock;
    private final OneTimeTask<Void> build;
    private final OneTimeTask<Void> again;
    private final Scheduler scheduler;
    private @Nullable SchedulerLog quiet;
    private volatile boolean running;

    /**
     * @param others that run by the same clock and in the same table: what a scheduler does not know it throws away
     * @param takeover how long after its replica has died a job is taken over at the latest
     */
    PackJobs(
            DataSource database,
            PackSchedule schedule,
            PackBuilds builds,
            PackBuilder builder,
            List<RecurringTask<?>> others,
            Duration takeover,
            Clock clock) {
        this.schedule = schedule;
        this.builds = builds;
        this.builder = builder;
        this.clock = clock;
        this.build = Tasks.oneTime("pricing-pack-build")
                .onFailure(new FailureHandler.OnFailureRetryLater<>(DATABASE_AWAY))
                .onDeadExecution(takenOver(clock))
                .execute((instance, context) -> run(UUID.fromString(instance.getId()), context.getSchedulerClient()));
        this.again = Tasks.oneTime("pricing-pack-again")
                .onFailure(new FailureHandler.OnFailureRetryLater<>(DATABASE_AWAY))
                .onDeadExecution(takenOver(clock))
                .execute((instance, context) ->
                        startNight(LocalDate.parse(instance.getId()), context.getSchedulerClient()));
        RecurringTask<Void> night = Tasks.recurring("pricing-pack-night", new Nights(schedule))
                .onFailure(new FailureHandler.OnFailureRetryLater<>(DATABASE_AWAY))
                .onDeadExecution(takenOver(clock))
                .execute((_, context) -> startNight(schedule.newestDue(clock.instant()), context.getSchedulerClient()));
        this.scheduler = Scheduler.create(database, build, again)
                .startTasks(night)
                .startTasks(others)
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(POLL)
                // db-scheduler looks for the dead every other heartbeat.
                .heartbeatInterval(takeover.dividedBy(MISSED_HEARTBEATS + 2))
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
    }

    /** At once, by this service's clock: db-scheduler's own goes by the machine's, which may be another in a rehearsal. */
    private static DeadExecutionHandler<Void> takenOver(Clock clock) {
        return (dead, operations) -> operations.reschedule(dead, clock.instant());
    }

    /** Every night in the schedule's zone; a time that has passed meanwhile is made up for at once. */
    private record Nights(PackSchedule schedule) implements Schedule {

        @Override
        public Instant getNextExecutionTime(ExecutionComplete complete) {
            return schedule.next(complete.getTimeDone());
        }

        @Override
        public Instant getInitialExecutionTime(Instant now) {
            return schedule.next(now);
        }

        @Override
        public boolean isDeterministic() {
            return true;
        }
    }

    /**
     * Has the day's pack built now, or joins the build that is under way.
     *
     * @return the build
     */
    UUID ask(LocalDate date, String by) {
        UUID id = builds.open(date, by, TraceLink.current(), clock.instant());
        schedule(id, scheduler);
        scheduler.triggerCheckForDueExecutions();
        return id;
    }

    private void startNight(LocalDate date, SchedulerClient client) {
        schedule(builds.open(date, null, null, clock.instant()), client);
    }

    /** Opened and not scheduled, a build stays until somebody opens it again: then it is scheduled here. */
    private void schedule(UUID id, SchedulerClient client) {
        client.scheduleIfNotExists(build.instance(id.toString()), clock.instant());
    }

    private void run(UUID id, SchedulerClient client) {
        PackBuilder.Outcome outcome = builder.run(id);
        if (outcome == PackBuilder.Outcome.FAILED_FOR_NOW) {
            builds.find(id)
                    .filter(failed -> failed.cause().equals("night"))
                    .map(PackBuild::date)
                    .filter(date -> date.equals(schedule.newestDue(clock.instant())))
                    .ifPresent(date -> client.scheduleIfNotExists(
                            again.instance(date.toString()), clock.instant().plus(TRY_AGAIN)));
        }
    }

    @Override
    public void start() {
        quiet = SchedulerLog.install();
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
        if (quiet != null) {
            quiet.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the first start's data. */
    @Override
    public int getPhase() {
        return 2;
    }
}
