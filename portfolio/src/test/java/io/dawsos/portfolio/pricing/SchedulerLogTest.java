package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchedulerLogTest {

    private final SQLException away =
            new SQLException("Connection to 127.0.0.1:5432 refused", "08001", new java.net.ConnectException("refused"));

    /** One of its own: services of other tests filter the shared one. */
    private final LoggerContext context = new LoggerContext();

    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger scheduler = context.getLogger("com.github.kagkarlsson.scheduler.RunUntilShutdown");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final SchedulerLog quiet = new SchedulerLog(context, nanoTime::get);

    @BeforeEach
    void listen() {
        logged.start();
        root.addAppender(logged);
    }

    @AfterEach
    void stop() {
        quiet.close();
        root.detachAppender(logged);
    }

    private List<String> lines() {
        return logged.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    @Test
    void pollsFail_databaseAway_oneWarningAMinuteWithoutAStack() {
        for (int poll = 0; poll < 90; poll++) {
            scheduler.error("Unhandled exception. Will keep running.", new IllegalStateException(away));
            scheduler.error("Failed while completing execution {}, because {}.", "build", away);
            nanoTime.addAndGet(Duration.ofSeconds(2).toNanos());
        }

        assertThat(lines())
                .hasSize(3)
                .containsOnly("WARN builds of pricing packs wait for the database, which is away: refused");
        assertThat(logged.list).allMatch(event -> event.getThrowableProxy() == null);
    }

    @Test
    void schedulerFails_forAnotherReason_isLeftAsItIs() {
        scheduler.error("Unhandled exception. Will keep running.", new IllegalStateException("a fault of its own"));
        scheduler.error("Failed for {}.", "build", new SQLException("syntax error", "42601"));

        assertThat(lines()).containsExactly("ERROR Unhandled exception. Will keep running.", "ERROR Failed for build.");
    }

    @Test
    void others_databaseAway_areLeftAsTheyAre() {
        context.getLogger("io.dawsos.portfolio.Census").error("no census", away);

        assertThat(lines()).containsExactly("ERROR no census");
    }

    @Test
    void closed_leavesTheLogAsItWas() {
        quiet.close();

        scheduler.error("Unhandled exception. Will keep running.", away);

        assertThat(lines()).containsExactly("ERROR Unhandled exception. Will keep running.");
    }
}
