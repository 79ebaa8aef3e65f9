package io.dawsos.observatory.server.cli;

import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.server.AccessSettings;
import io.dawsos.observatory.server.Observatory;
import io.dawsos.observatory.server.ServerSettings;
import io.dawsos.observatory.server.ServerStartException;
import io.dawsos.observatory.server.alerting.AlertTarget;
import io.dawsos.observatory.server.api.QuerySettings;
import io.dawsos.observatory.server.http.ListenAddress;
import io.dawsos.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code observatory serve}: the server, until it is told to stop. */
@Command(
        name = "serve",
        description = "Starts the server. Each flag is also an environment variable: --web.listen-address is"
                + " DAWSOS_WEB_LISTEN_ADDRESS.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true)
public final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--config.file",
            description = "prometheus.yml; without it nothing is scraped and no rule evaluated.")
    @Nullable
    private Path configuration;

    @Option(
            names = "--alertmanager.config.file",
            description = "alertmanager.yml; without it alerts only go to the Alertmanagers that prometheus.yml names.")
    @Nullable
    private Path alertmanager;

    @Option(
            names = "--alertmanager.embedded",
            defaultValue = "instead",
            description =
                    "Where alerts of the rules go when this process has an Alertmanager: to it instead of those that"
                            + " prometheus.yml names, to both (for moving over), or off: only to those that it names.")
    private Embedded embedded = Embedded.instead;

    @Option(names = "--storage.path", defaultValue = "data", description = "The folder of all that is kept.")
    private Path data = Path.of("data");

    @Option(
            names = "--storage.retention.time",
            defaultValue = "15d",
            converter = DurationConverter.class,
            description = "How long samples are kept.")
    private Duration retention = Duration.ofDays(15);

    @Option(
            names = "--storage.retention.size",
            defaultValue = "0",
            converter = SizeConverter.class,
            description = "How much is kept at most, such as 20GB; 0 for no limit.")
    private long retentionBytes;

    @Option(names = "--web.listen-address", defaultValue = "127.0.0.1:9090", description = "Where everything is asked.")
    private String web = "";

    @Option(
            names = "--web.external-url",
            defaultValue = "",
            description = "Under which people reach this server; links in alerts begin so.")
    private String externalUrl = "";

    @Option(
            names = "--web.enable-admin-api",
            defaultValue = "false",
            description = "Allows to delete and copy stored samples by API.")
    private boolean adminApi;

    @Option(names = "--web.tls-cert-file", description = "A PEM file with the server's certificate.")
    @Nullable
    private Path certificate;

    @Option(names = "--web.tls-key-file", description = "A PEM file with the certificate's private key.")
    @Nullable
    private Path key;

    @Option(
            names = "--observatory.token-file",
            description = "Holds the token that clients must show; made when it is not there.")
    @Nullable
    private Path tokenFile;

    @Option(
            names = "--otlp.grpc-address",
            defaultValue = "127.0.0.1:4317",
            description = "Where OTLP comes in by gRPC; none for nowhere.")
    private String otlpGrpc = "";

    @Option(
            names = "--otlp.http-address",
            defaultValue = "127.0.0.1:4318",
            description = "Where OTLP comes in by HTTP; none for nowhere.")
    private String otlpHttp = "";

    @Option(
            names = "--query.timeout",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "How long a query may take.")
    private Duration timeout = Duration.ofMinutes(2);

    @Option(
            names = "--query.max-samples",
            defaultValue = "0",
            description =
                    "How many samples a query may hold at once; 0 for 50 million, or what a quarter of memory holds.")
    private long maxSamples;

    @Option(
            names = "--query.max-concurrency",
            defaultValue = "20",
            description = "How many queries are evaluated at once.")
    private int concurrency;

    @Option(
            names = "--query.lookback-delta",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "How old a sample may be to stand for an instant.")
    private Duration lookback = Duration.ofMinutes(5);

    @Option(
            names = "--enable-feature",
            split = ",",
            description = "Experimental parts of PromQL to turn on, by commas.")
    private List<String> features = List.of();

    /** The words of {@code --alertmanager.embedded}. */
    enum Embedded {
        instead(AlertTarget.EMBEDDED),
        both(AlertTarget.BOTH),
        off(AlertTarget.CONFIGURED);

        private final AlertTarget target;

        Embedded(AlertTarget target) {
            this.target = target;
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (ProcessEnd end = ProcessEnd.watch();
                Telemetry telemetry = Telemetry.fromEnvironment();
                Observatory observatory = Observatory.start(settings(), telemetry)) {
            System.err.println("observatory: ready at " + observatory.address());
            HangUp.runs(observatory::reload);
            end.await();
            return 0;
        } catch (ServerStartException e) {
            System.err.println("observatory: " + e.getMessage());
            return 1;
        }
    }

    ServerSettings settings() {
        return new ServerSettings(
                data,
                configuration,
                alertmanager,
                embedded.target,
                address(web),
                optional(otlpGrpc),
                optional(otlpHttp),
                new AccessSettings(tokenFile, certificate, key),
                externalUrl,
                adminApi,
                new QuerySettings(lookback, timeout, samples(), concurrency, features()),
                retention,
                retentionBytes,
                flags());
    }

    private @Nullable ListenAddress optional(String text) {
        return text.isEmpty() || text.equals("none") ? null : address(text);
    }

    private ListenAddress address(String text) {
        try {
            return ListenAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage(), e);
        }
    }

    private Set<Feature> features() {
        Set<Feature> on = EnumSet.noneOf(Feature.class);
        for (String name : features) {
            on.add(Arrays.stream(Feature.values())
                    .filter(feature -> feature.flag().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(
                            spec().commandLine(),
                            "--enable-feature: there is no \"" + name + "\"; there are "
                                    + Arrays.stream(Feature.values())
                                            .map(Feature::flag)
                                            .collect(Collectors.joining(", ")))));
        }
        return on;
    }

    private long samples() {
        return maxSamples > 0
                ? maxSamples
                : QuerySettings.samplesOf(Runtime.getRuntime().maxMemory());
    }

    /** All flags by name; they name files of secrets, and hold none. */
    private Map<String, String> flags() {
        Map<String, String> flags = new TreeMap<>();
        for (OptionSpec option : spec().options()) {
            if (!option.usageHelp() && !option.versionHelp()) {
                Object value = option.getValue();
                flags.put(option.longestName().substring(2), value == null ? "" : value.toString());
            }
        }
        return flags;
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the command's specification before it calls");
        }
        return spec;
    }
}
