package io.dawsos.portfolio.seed;

import io.dawsos.portfolio.Settings;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.SmartLifecycle;

/** Loads the demo before the first request can come, where it is wanted and the database is empty. */
public final class FirstStart implements SmartLifecycle {

    private final Settings settings;
    private final DemoLoader loader;
    private final Clock clock;
    private volatile boolean running;

    public FirstStart(Settings settings, DemoLoader loader, Clock clock) {
        this.settings = settings;
        this.loader = loader;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        if (!settings.demo()) {
            return;
        }
        try {
            loader.loadIfEmpty(LocalDate.now(clock));
        } catch (SQLException e) {
            throw new IllegalStateException("the demo's data could not be loaded; nothing of it is kept", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts late. */
    @Override
    public int getPhase() {
        return 0;
    }
}
