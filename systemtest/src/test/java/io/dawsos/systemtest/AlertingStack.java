package io.dawsos.systemtest;

import java.io.IOException;
import java.nio.file.Path;

/** The programs that scrape the service, evaluate the rules of {@code deploy/} and tell people, running. */
interface AlertingStack extends AutoCloseable {

    /**
     * Starts them; they are ready when it returns.
     *
     * <p>The files are those of {@code deploy/}, but for addresses, key files and the pace.
     */
    @FunctionalInterface
    interface Starter {
        AlertingStack start(Path folder, Pace pace, Surroundings around) throws IOException;
    }

    /**
     * @param service host and port to scrape
     */
    record Surroundings(String service, PagerDuty pagerDuty, Slack slack) {}

    /** What was scraped can be asked here. */
    PromApi api();

    @Override
    void close() throws IOException;
}
