package io.dawsos.benchmarks.overhead;

import io.dawsos.benchmarks.OtlpSink;
import io.dawsos.benchmarks.OtlpSink.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** A running service of one variant, and the receiver of what it exports. */
record Subject(Variant variant, Service service, OtlpSink sink, String token) implements AutoCloseable {

    /** What a run of load gave, and what was exported meanwhile. */
    record Observation(Round.Measured measured, Received exported) {}

    /** Returns when the service is ready. */
    static Subject launch(Variant variant, Path app, Path agent, Path work) throws IOException, InterruptedException {
        OtlpSink sink = OtlpSink.start();
        Path folder = work.resolve(variant.name().toLowerCase(Locale.ROOT));
        Service service = new Service(app, folder, variant.jvm(agent), variant.environment(sink.endpoint()));
        try {
            service.awaitReady();
            return new Subject(variant, service, sink, service.token());
        } catch (IOException e) {
            sink.close();
            service.close();
            throw e;
        }
    }

    /** @throws IOException also when a request failed: there is then nothing to compare */
    Observation run(Wrk wrk, int seconds) throws IOException, InterruptedException {
        if (variant == Variant.ON && service.scrape() != 200) {
            throw new IOException("/metrics of " + variant.title() + " was not answered");
        }
        Received before = sink.received();
        Duration cpu = service.cpu();
        Load load = wrk.run(service, token, seconds);
        if (load.failed() > 0) {
            throw new IOException(
                    variant.title() + ": " + load.failed() + " of " + load.requests() + " requests failed");
        }
        return new Observation(
                new Round.Measured(load, service.cpu().minus(cpu)),
                sink.received().since(before));
    }

    @Override
    public void close() throws IOException {
        service.close();
        sink.close();
    }
}
