package io.dawsos.portfolio;

import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Logs {@code ready} with the address, how long the process took to get here, and where the data lies. */
final class ReadyLine implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger("io.dawsos.portfolio");

    private final Settings settings;

    ReadyLine(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (!settings.clockOffset().isZero()) {
            log.warn(
                    "this is a rehearsal: the clock is {} ahead of the machine's (DAWSOS_CLOCK_OFFSET)",
                    settings.clockOffset());
        }
        String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
        log.atInfo()
                .addKeyValue("address", "http://" + settings.address() + ":" + port)
                .addKeyValue(
                        "start_seconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0)
                .addKeyValue("data", settings.data().toString())
                .log("ready");
    }
}
