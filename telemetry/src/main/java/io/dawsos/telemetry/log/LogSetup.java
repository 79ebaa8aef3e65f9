package io.dawsos.telemetry.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.api.logs.LoggerProvider;
import java.io.Console;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Puts this library's log in place of whatever Logback was told to do, and takes it away again:
 *
 * <pre>{@code
 * LogSetup logs = LogSetup.with(redactor, metrics).format(LogFormat.JSON).install();
 * ...
 * logs.close();
 * }</pre>
 *
 * It may be installed again at any time, over itself too: after a framework has set up logging its own way, for one.
 */
public final class LogSetup implements AutoCloseable {

    private final LoggerContext context;
    private final LogAppender appender;
    private final LogWorker worker;
    private final ThrowingMessages filter = new ThrowingMessages();
    private final JulBridge bridge;
    private final Thread atExit;
    private Before before = new Before(List.of(), null);

    /** What was there before, to be put back. */
    private record Before(
            List<Appender<ILoggingEvent>> appenders,
            @Nullable Level level) {}

    private LogSetup(Builder from, LoggerContext context) {
        this.context = context;
        LogDrops drops = new LogDrops(from.metrics, from.nanoTime);
        LineFormat lines =
                switch (from.format) {
                    case JSON -> new JsonLines();
                    case TEXT -> new TextLines(from.zone, from.colour);
                };
        OtlpLogs otlp = from.otlp == null ? null : new OtlpLogs(from.otlp);
        this.worker =
                new LogWorker(new LogQueue<>(from.queue), lines, from.out, from.redactor, drops, from.clock, otlp);
        this.appender = new LogAppender(this, worker, drops, from.metrics, from.closeWithin);
        this.bridge = new JulBridge(from.bridge);
        this.atExit = new Thread(() -> worker.flush(from.closeWithin), "dawsos-log-exit");
    }

    /** Neither is optional: no line leaves unredacted, no loss uncounted. */
    public static Builder with(Redactor redactor, Metrics metrics) {
        return new Builder(redactor, metrics);
    }

    private synchronized void install(@Nullable Level level) {
        Logger root = root();
        appender.setContext(context);
        appender.start();
        before = takeOver(root);
        root.addAppender(appender);
        before.appenders.forEach(root::detachAppender);
        context.addTurboFilter(filter);
        if (level != null) {
            root.setLevel(level);
        }
        bridge.install();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    private static Before takeOver(Logger root) {
        if (root.getAppender(LogAppender.NAME) instanceof LogAppender other) {
            return other.owner().leave();
        }
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(appenders::add);
        return new Before(appenders, root.getLevel());
    }

    /** Whether all that was logged before is written within this time. */
    public boolean flush(Duration within) {
        return worker.flush(within);
    }

    boolean isAsleep() {
        return worker.isAsleep();
    }

    /** Writes what was logged, within a bound, and puts back what was there before. A second call does nothing. */
    @Override
    public void close() {
        if (root().isAttached(appender)) {
            Before was = leave();
            root().setLevel(was.level);
            was.appenders.forEach(root()::addAppender);
        } else {
            leave(); // somebody else has set up logging since: that stays
        }
    }

    private synchronized Before leave() {
        root().detachAppender(appender);
        context.getTurboFilterList().remove(filter);
        bridge.uninstall();
        appender.stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return before; // the JVM is going down: the hook runs, and finds nothing left to write
        }
        return before;
    }

    private Logger root() {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** How the log shall be; each setting has a default. */
    public static final class Builder {
        private final Redactor redactor;
        private final Metrics metrics;
        private OutputStream out = System.out;
        private LogFormat format = LogFormat.JSON;
        private boolean colour = terminal(System.getenv());
        private ZoneId zone = ZoneId.systemDefault();
        private @Nullable Level level;
        private @Nullable LoggerProvider otlp;
        private int queue = 8192;
        private boolean bridge = true;
        private Duration closeWithin = Duration.ofSeconds(2);
        private Clock clock = Clock.systemUTC();
        private LongSupplier nanoTime = System::nanoTime;

        private Builder(Redactor redactor, Metrics metrics) {
            this.redactor = redactor;
            this.metrics = metrics;
        }

        public Builder format(LogFormat format) {
            this.format = format;
            return this;
        }

        /** Of the root logger: DEBUG, INFO, WARNING, ERROR or CRITICAL; what Logback has when not said. */
        public Builder level(String name) {
            this.level = LogLevel.threshold(name);
            return this;
        }

        /** Where lines go; standard output when not said. It is flushed, never closed. */
        public Builder to(OutputStream out) {
            this.out = out;
            return this;
        }

        /** Of text lines; on a terminal that has not {@code NO_COLOR} set, when not said. */
        public Builder colour(boolean colour) {
            this.colour = colour;
            return this;
        }

        /** Of text lines; JSON is always UTC. */
        public Builder zone(ZoneId zone) {
            this.zone = zone;
            return this;
        }

        /** Sends each line there too, as a log record. */
        public Builder otlp(LoggerProvider provider) {
            this.otlp = provider;
            return this;
        }

        /** How many events may wait to be written; more are lost and counted. */
        public Builder queue(int events) {
            this.queue = events;
            return this;
        }

        /** Whether what is logged by {@code java.util.logging} comes here too; it does when not said. */
        public Builder bridge(boolean javaUtilLogging) {
            this.bridge = javaUtilLogging;
            return this;
        }

        public Builder closeWithin(Duration bound) {
            this.closeWithin = bound;
            return this;
        }

        /** Of the lines about losses, and how long it is between two of them. */
        Builder time(Clock clock, LongSupplier nanoTime) {
            this.clock = clock;
            this.nanoTime = nanoTime;
            return this;
        }

        /** Into SLF4J's Logback. */
        public LogSetup install() {
            return install((LoggerContext) LoggerFactory.getILoggerFactory());
        }

        public LogSetup install(LoggerContext context) {
            LogSetup setup = new LogSetup(this, context);
            setup.install(level);
            return setup;
        }

        @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again without a terminal
        private static boolean terminal(Map<String, String> environment) {
            boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
            Console console = System.console();
            return !refused && console != null && console.isTerminal();
        }
    }
}
