package io.dawsos.systemtest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code ./dawsos} with a data folder of its own. */
record Launcher(Path data) {

    static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final List<String> PORTS =
            List.of("DAWSOS_OBSERVATORY_PORT", "DAWSOS_OTLP_GRPC_PORT", "DAWSOS_OTLP_HTTP_PORT", "DAWSOS_PAGES_PORT");

    private static final Pattern CURL =
            Pattern.compile("curl -H \"Authorization: Bearer ([\\w.-]+)\" (http://127\\.0\\.0\\.1:\\d+)(/v1/\\S+)");

    /** The ready-made request that {@code up} prints. */
    record Curl(String token, String address, String path) {}

    Program run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    Program run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return Program.run(Repository.ROOT, with(environment), command(arguments));
    }

    /** Returns when the service is ready. */
    Program up(String... options) throws IOException {
        return up(Map.of(), options);
    }

    /** Returns when the service is ready. */
    Program up(Map<String, String> environment, String... options) throws IOException {
        Program up = Program.start(
                Repository.ROOT,
                with(environment),
                command(Stream.concat(Stream.of("up"), Stream.of(options)).toArray(String[]::new)));
        up.awaitOutput("Ctrl-C stops everything.", START_LIMIT);
        return up;
    }

    static Curl curl(Program up) {
        Matcher matcher = CURL.matcher(up.output());
        if (!matcher.find()) {
            throw new AssertionError("no ready-made curl in:\n" + up.output());
        }
        return new Curl(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    private Map<String, String> with(Map<String, String> environment) throws IOException {
        var all = new HashMap<String, String>();
        for (String port : PORTS) {
            all.put(port, Integer.toString(Ports.free()));
        }
        all.putAll(environment);
        all.put("DAWSOS_DATA", data.toString());
        return all;
    }

    private static String[] command(String... arguments) {
        return Stream.concat(Stream.of("./dawsos"), Stream.of(arguments)).toArray(String[]::new);
    }
}
