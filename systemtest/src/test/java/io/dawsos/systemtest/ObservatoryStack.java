package io.dawsos.systemtest;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The observatory in place of both, in one process. */
final class ObservatoryStack implements AlertingStack {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Program observatory;
    private final PromApi api;

    private ObservatoryStack(Program observatory, PromApi api) {
        this.observatory = observatory;
        this.api = api;
    }

    static AlertingStack start(Path folder, Pace pace, Surroundings around) throws IOException {
        String address = "127.0.0.1:" + Ports.free();
        AlertingFiles files = AlertingFiles.write(
                folder,
                pace,
                new AlertingFiles.Addresses(
                        around.service(),
                        address,
                        address,
                        around.pagerDuty().address(),
                        around.slack().address()));
        Program program = Program.start(
                folder,
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Repository.file("observatory/server/target/observatory.jar").toString(),
                "serve",
                "--config.file=" + files.prometheus(),
                "--alertmanager.config.file=" + files.alertmanager(),
                "--storage.path=" + folder.resolve("observatory"),
                "--web.listen-address=" + address,
                "--otlp.grpc-address=none",
                "--otlp.http-address=none");
        await("the observatory")
                .atMost(START_LIMIT)
                .ignoreExceptions()
                .until(() -> Http.get("http://" + address + "/-/ready").statusCode() == 200);
        return new ObservatoryStack(program, new PromApi("http://" + address));
    }

    @Override
    public PromApi api() {
        return api;
    }

    @Override
    public void close() throws IOException {
        observatory.close();
    }
}
