package io.dawsos.benchmarks.overhead;

import io.dawsos.benchmarks.Arguments;
import io.dawsos.benchmarks.Machine;
import io.dawsos.benchmarks.OtlpSink.Received;
import io.dawsos.benchmarks.Progress;
import io.dawsos.benchmarks.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Starts the service in each variant, each with a database of its own, and puts load on one at a time, in turn, many
 * times: what the machine does in between falls on all alike. The services are started anew several times, for no two
 * runs of a JVM compile alike.
 */
public final class OverheadRun {

    private static final Map<String, String> DEFAULTS = Map.of(
            "app", "",
            "agent", "",
            "work", "",
            "results", "benchmarks/results",
            "starts", "3",
            "rounds", "5",
            "seconds", "10",
            "warmup", "40",
            "connections", "8");

    private final Arguments arguments;
    private final Path work;
    private final Wrk wrk;
    private final List<Round> rounds = new ArrayList<>();
    private final Map<Variant, Received> exported = new EnumMap<>(Variant.class);

    private OverheadRun(Arguments arguments) throws IOException {
        this.arguments = arguments;
        this.work = Files.createDirectories(Path.of(arguments.text("work")));
        this.wrk = new Wrk(work, arguments.number("connections"));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        OverheadRun run = new OverheadRun(Arguments.parse(args, DEFAULTS));
        for (int start = 1; start <= run.arguments.number("starts"); start++) {
            run.start(start);
        }
        run.report();
    }

    private void start(int start) throws IOException, InterruptedException {
        List<Subject> subjects = new ArrayList<>();
        try {
            for (Variant variant : Variant.values()) {
                Progress.say("start %d: %s", start, variant.title());
                subjects.add(Subject.launch(
                        variant, Path.of(arguments.text("app")), Path.of(arguments.text("agent")), work));
            }
            for (Subject subject : subjects) {
                Progress.say("warm-up: %s", subject.variant().title());
                subject.run(wrk, arguments.number("warmup"));
            }
            for (int round = 0; round < arguments.number("rounds"); round++) {
                rounds.add(round(start, subjects));
            }
        } finally {
            for (Subject subject : subjects) {
                subject.close();
            }
        }
    }

    /** Each round begins with another variant. */
    private Round round(int start, List<Subject> subjects) throws IOException, InterruptedException {
        int number = rounds.size() + 1;
        Map<Variant, Round.Measured> measured = new EnumMap<>(Variant.class);
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get((number + i) % subjects.size());
            Subject.Observation seen = subject.run(wrk, arguments.number("seconds"));
            measured.put(subject.variant(), seen.measured());
            exported.merge(subject.variant(), seen.exported(), Received::plus);
            Load load = seen.measured().load();
            Progress.say(
                    "round %d: %s: %.0f requests/s, p99 %.2f ms",
                    number, subject.variant().title(), load.requestsPerSecond(), load.p99());
        }
        return new Round(number, start, measured);
    }

    private void report() throws IOException {
        String setting = """
                %s starts of the services, %s rounds each; wrk with 1 thread and %s connections, %s s a run after a
                warm-up of %s s; valuations of the 200 demo portfolios with a warm pack. "On" and the agent export every
                span over OTLP/gRPC to receivers of one kind; /metrics of "on" is scraped before each run.""".formatted(
                        arguments.text("starts"),
                        arguments.text("rounds"),
                        arguments.text("connections"),
                        arguments.text("seconds"),
                        arguments.text("warmup"));
        OverheadReport report = new OverheadReport(Machine.describe(), setting, rounds, exported);
        new Results(Path.of(arguments.text("results"))).write("overhead", report.page());
    }
}
