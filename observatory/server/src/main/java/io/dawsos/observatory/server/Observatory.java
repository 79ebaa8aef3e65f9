package io.dawsos.observatory.server;

import io.dawsos.observatory.alertmanager.config.ReceiverConfig;
import io.dawsos.observatory.ingest.remote.RemoteWriteLimits;
import io.dawsos.observatory.ingest.remote.RemoteWriteReceiver;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.parse.DurationText;
import io.dawsos.observatory.rules.RuleContext;
import io.dawsos.observatory.server.alerting.AlertmanagerApi;
import io.dawsos.observatory.server.alerting.AlertmanagerInfo;
import io.dawsos.observatory.server.api.ApiParts;
import io.dawsos.observatory.server.api.ProcessStatus;
import io.dawsos.observatory.server.api.PrometheusApi;
import io.dawsos.observatory.server.api.QueryRunner;
import io.dawsos.observatory.server.config.Configuration;
import io.dawsos.observatory.server.config.StorageConfig;
import io.dawsos.observatory.server.http.AccessToken;
import io.dawsos.observatory.server.http.ListenAddress;
import io.dawsos.observatory.server.metrics.RemoteWriteMetrics;
import io.dawsos.observatory.server.metrics.RequestMetrics;
import io.dawsos.observatory.server.metrics.RuleMetrics;
import io.dawsos.observatory.server.metrics.StoreMetrics;
import io.dawsos.observatory.server.otlp.OtlpHttp;
import io.dawsos.observatory.server.otlp.OtlpSink;
import io.dawsos.observatory.tsdb.StoreSettings;
import io.dawsos.observatory.tsdb.TimeSeriesStore;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.metrics.Metrics;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * A running observatory: store, query engine, scrapes, rules, Alertmanager, and the servers over them. {@link #close()}
 * stops all in the order in which nothing that was taken is lost.
 *
 * <pre>{@code
 * try (Observatory observatory = Observatory.start(ServerSettings.in(folder, prometheusYml, alertmanagerYml), telemetry)) {
 *   ask(observatory.address().resolve("/api/v1/query?query=up"));
 * }
 * }</pre>
 */
public final class Observatory implements AutoCloseable {
    private static final Duration LONGEST_WITHOUT_RULES = Duration.ofSeconds(10);

    private final ServerSettings settings;
    private final Closing closing;
    private final InstantSource clock = InstantSource.system();
    private final Instant started = clock.instant();
    private final TimeSeriesStore store;
    private final QueryRunner runner;
    private final Ingestion ingestion;
    private final OtlpSink otlp;
    private final Reloading reloading;
    private final ListenAddress listening;
    private final URI address;
    private final Alerting alerting;

    private Observatory(ServerSettings settings, Telemetry telemetry, Closing closing)
            throws IOException, InterruptedException {
        this.settings = settings;
        this.closing = closing;
        Metrics metrics = telemetry.metrics();
        AccessToken token = settings.access().token(settings.web(), settings.otlpGrpc(), settings.otlpHttp());
        Configuration first = Reloading.read(settings);
        store = closing.with(TimeSeriesStore.open(
                settings.data().resolve("metrics"),
                storeSettings(first.prometheus().storage()),
                clock));
        StoreMetrics.register(metrics, store);
        Engine engine = closing.with(settings.queries().engine().build());
        runner = closing.with(new QueryRunner(engine, store, settings.queries()));
        metrics.gauge("prometheus_engine_queries", "Queries that are evaluated at this moment.", runner::inside);
        metrics.gauge(
                "prometheus_engine_queries_concurrent_max",
                "How many queries may be evaluated at once.",
                () -> settings.queries().concurrency());
        ingestion = closing.with(new Ingestion(store, settings.data().resolve("remote-write"), clock));
        RemoteWriteMetrics.register(metrics, ingestion::clients);
        otlp = new OtlpSink(ingestion.sink());
        reloading = new Reloading(settings, first, this::apply, metrics, clock);
        listening = settings.web().withFreePort();
        address = URI.create(scheme() + "://" + listening);
        RuleContext context =
                RuleContext.of(engine, store, ingestion.sink(), clock).withListener(new RuleMetrics(metrics));
        alerting = closing.with(new Alerting(settings, first, context, externalUrl(), metrics, clock));
        ingest(first);
        Servers servers = new Servers(closing, token, settings.access().tls(), new RequestMetrics(metrics));
        servers.http(listening, routing -> routes(routing, metrics));
        servers.otlp(settings.otlpHttp(), settings.otlpGrpc(), otlp);
        beginRules();
    }

    /** When each target was scraped once: until then rules would find that nothing is there, and page for it. */
    private void beginRules() throws IOException, InterruptedException {
        ingestion.awaitFirstScrapes(LONGEST_WITHOUT_RULES);
        synchronized (this) {
            alerting.apply(reloading.current());
        }
    }

    private StoreSettings storeSettings(StorageConfig storage) {
        return StoreSettings.DEFAULT
                .withRetention(settings.retention(), settings.retentionBytes())
                .withOutOfOrderWindow(storage.outOfOrderWindow())
                .withExemplars(storage.exemplars());
    }

    private String scheme() {
        return settings.access().certificate() == null ? "http" : "https";
    }

    private URI externalUrl() {
        return settings.externalUrl().isEmpty() ? address : URI.create(settings.externalUrl());
    }

    private void routes(HttpRouting.Builder routing, Metrics metrics) {
        routing.register("/api/v1", new PrometheusApi(parts()));
        routing.register("/api/v1/otlp", new OtlpHttp(otlp));
        routing.register("/api/v2", new AlertmanagerApi(alerting::alertmanager, this::info, clock));
        routing.register(reloading).register(new HealthPages()).register(new MetricsEndpoint(metrics));
    }

    private ApiParts parts() {
        return new ApiParts(
                runner,
                settings.queries(),
                store,
                new RemoteWriteReceiver(ingestion.sink(), RemoteWriteLimits.DEFAULT),
                alerting::groups,
                alerting::alertmanagers,
                ingestion::targets,
                ingestion::droppedTargets,
                process(),
                settings.adminApi(),
                settings.data().resolve("snapshots"),
                clock);
    }

    private ProcessStatus process() {
        return new ProcessStatus(
                Version.text(),
                started,
                settings.flags(),
                () -> reloading.current().shown(),
                reloading::last,
                DurationText.of(settings.retention().toMillis()));
    }

    private AlertmanagerInfo info() {
        Configuration now = reloading.current();
        List<String> receivers = now.alertmanager() == null
                ? List.of()
                : now.alertmanager().receivers().stream()
                        .map(ReceiverConfig::name)
                        .toList();
        return new AlertmanagerInfo(now.shownAlertmanager(), receivers, started, Version.text());
    }

    private synchronized void apply(Configuration configuration) throws IOException, InterruptedException {
        alerting.apply(configuration);
        ingest(configuration);
    }

    private void ingest(Configuration configuration) throws IOException, InterruptedException {
        ingestion.apply(configuration.prometheus());
        otlp.apply(configuration.prometheus().otlp());
    }

    /**
     * Starts one; it is ready when this returns.
     *
     * @throws ServerStartException when it does not start, saying why and what to do
     */
    public static Observatory start(ServerSettings settings, Telemetry telemetry) {
        Closing closing = new Closing();
        try {
            return new Observatory(settings, telemetry, closing);
        } catch (IOException | RuntimeException e) {
            closing.close();
            throw e instanceof ServerStartException reason ? reason : new ServerStartException(Causes.text(e), e);
        } catch (InterruptedException e) {
            closing.close();
            Thread.currentThread().interrupt();
            throw new ServerStartException("interrupted while it started", e);
        }
    }

    /** Where everything is asked. */
    public URI address() {
        return address;
    }

    public int port() {
        return listening.port();
    }

    /** What is stored. */
    public TimeSeriesStore store() {
        return store;
    }

    /** How many queries are evaluated at this moment. */
    public int queries() {
        return runner.inside();
    }

    /**
     * Reads the configuration's files anew and goes on by them.
     *
     * @return why it does not, or an empty text
     */
    public String reload() {
        return reloading.reload();
    }

    @Override
    public void close() {
        closing.close();
    }
}
