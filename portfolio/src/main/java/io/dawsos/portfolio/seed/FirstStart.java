package io.dawsos.portfolio.seed;

import io.dawsos.portfolio.Settings;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** Loads the demo before the first request can come, where it is wanted and the database is empty. */
public final class FirstStart implements SmartLifecycle {

    private final Settings settings;
    private final DemoLoader loader;
    private final Supplier<LocalDate> lastDay;
    private volatile boolean running;

    /** @param lastDay of the demo's market */
    public FirstStart(Settings settings, DemoLoader loader, Supplier<LocalDate> lastDay) {
        this.settings = settings;
        this.loader = loader;
        this.lastDay = lastDay;
    }

    @Override
    public void start() {
        running = true;
        if (!settings.demo()) {
            return;
        }
        try {
            loader.loadIfEmpty(lastDay.get());
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
