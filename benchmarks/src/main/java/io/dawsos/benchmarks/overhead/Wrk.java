package io.dawsos.benchmarks.overhead;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Load with {@code wrk}: a fixed number of connections that ask for valuations of the demo portfolios in turn, each as
 * soon as it has its answer.
 */
record Wrk(Path folder, int connections) {

    Load run(Service service, String token, int seconds) throws IOException, InterruptedException {
        // In a file that only we can read: arguments can be seen by every user of the machine.
        Path script = Files.createTempFile(folder, "valuations", ".lua");
        Files.writeString(script, script(token));
        try {
            Process wrk = new ProcessBuilder(List.of(
                            "wrk",
                            "--threads",
                            "1",
                            "--connections",
                            Integer.toString(connections),
                            "--duration",
                            seconds + "s",
                            "--latency",
                            "--script",
                            script.toString(),
                            service.address()))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (wrk.waitFor() != 0) {
                throw new IOException("wrk ended with " + wrk.exitValue() + ":\n" + output);
            }
            return Load.parse(output);
        } finally {
            Files.delete(script);
        }
    }

    private static String script(String token) {
        return """
                local n = 0
                function request()
                  n = n %% 200 + 1
                  return wrk.format("GET", string.format("/v1/portfolios/00000000-0000-4000-8000-%%012d/valuation", n))
                end
                wrk.headers["Authorization"] = "Bearer %s"
                """.formatted(token);
    }
}
