package io.dawsos.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Grafana puts into a panel's query before it sends it, for a panel that shows less than an hour. */
final class Grafana {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?|\\[\\[(\\w+)]]");
    private static final Pattern SCRAPE_INTERVAL = Pattern.compile("timeInterval: (\\d+)s");
    private static final String SOURCES = "deploy/grafana/provisioning/datasources/datasources.yaml";

    /** The interval has room for four scrapes. */
    private static final int SCRAPES = 4;

    private Grafana() {}

    /** @throws AssertionError for a variable that is not known here: none of the dashboards has any of its own */
    static String fill(String expression) {
        return VARIABLE.matcher(expression).replaceAll(variable -> {
            String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
            return switch (name) {
                case "__interval" -> scrapeSeconds() + "s";
                case "__rate_interval" -> SCRAPES * scrapeSeconds() + "s";
                default -> throw new AssertionError("what is " + variable.group() + "? in " + expression);
            };
        });
    }

    /** As the provisioned data source tells Grafana. */
    private static int scrapeSeconds() {
        try {
            Matcher interval = SCRAPE_INTERVAL.matcher(Files.readString(Repository.file(SOURCES)));
            if (!interval.find()) {
                throw new AssertionError("no timeInterval in " + SOURCES);
            }
            return Integer.parseInt(interval.group(1));
        } catch (IOException e) {
            throw new AssertionError(SOURCES + " cannot be read", e);
        }
    }
}
