package io.dawsos.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A query that people paste or look at.
 *
 * @param source file and panel or line
 */
record PromQuery(String source, String expression) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```promql\\n(.+?)^ *```$");

    /** All of the runbooks' and dashboards'. */
    static List<PromQuery> all() throws IOException {
        List<PromQuery> queries = new ArrayList<>();
        for (Path runbook : files("docs/runbooks", ".md")) {
            queries.addAll(ofRunbook(runbook));
        }
        for (Path dashboard : files("deploy/grafana/dashboards", ".json")) {
            queries.addAll(ofDashboard(dashboard));
        }
        return queries;
    }

    /** Those in fences that say {@code promql}. */
    static List<PromQuery> ofRunbook(Path file) throws IOException {
        String text = Files.readString(file);
        List<PromQuery> queries = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(text); block.find(); ) {
            long line = text.substring(0, block.start(1)).lines().count() + 1;
            queries.add(new PromQuery(
                    file.getFileName() + ":" + line, block.group(1).strip()));
        }
        return queries;
    }

    static List<PromQuery> ofDashboard(Path file) throws IOException {
        return Dashboard.read(Repository.ROOT.relativize(file).toString()).queries().stream()
                .map(query -> new PromQuery(file.getFileName() + ": " + query.panel(), query.expression()))
                .toList();
    }

    static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Repository.file(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String toString() {
        return source + ": " + expression;
    }
}
