package io.dawsos.observatory.server;

import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.server.api.ProcessStatus;
import io.dawsos.observatory.server.api.PrometheusApi;
import io.dawsos.observatory.server.api.QueryRunner;
import io.dawsos.observatory.server.http.AccessToken;
import io.dawsos.observatory.server.http.ListenAddress;
import io.dawsos.observatory.server.http.Listener;
import io.dawsos.observatory.server.http.OriginFilter;
import io.dawsos.observatory.server.http.TokenFilter;
import io.dawsos.observatory.server.http.WatchedHttp1;
import io.dawsos.observatory.tsdb.StoreSettings;
import io.dawsos.observatory.tsdb.TimeSeriesStore;
import io.dawsos.telemetry.Telemetry;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A running observatory: store, query engine, rules, Alertmanager, and the servers over them. {@link #close()} stops all
 * in the order in which nothing that was taken is lost.
 *
 * <pre>{@code
 * try (Observatory observatory = Observatory.start(ServerSettings.in(folder, prometheusYml, alertmanagerYml), telemetry)) {
 *   ask(observatory.address().resolve("/api/v1/query?query=up"));
 * }
 * }</pre>
 */
public final class Observatory implements AutoCloseable {
    private final Closing closing;
    private final TimeSeriesStore store;
    private final QueryRunner runner;
    private final WebServer web;
    private final URI address;
    private final CountDownLatch stop = new CountDownLatch(1);

    private Observatory(ServerSettings settings, Telemetry telemetry, Closing closing) throws IOException {
        this.closing = closing;
        InstantSource clock = InstantSource.system();
        AccessToken token = settings.access().token(settings.web(), settings.otlpGrpc(), settings.otlpHttp());
        store = closing.with(TimeSeriesStore.open(
                settings.data().resolve("metrics"),
                StoreSettings.DEFAULT.withRetention(settings.retention(), settings.retentionBytes()),
                clock));
        Engine engine = closing.with(settings.queries().engine().build());
        runner = closing.with(new QueryRunner(engine, store, settings.queries()));
        ProcessStatus process = new ProcessStatus(
                Version.text(),
                clock.instant(),
                settings.flags(),
                () -> "",
                () -> new ProcessStatus.Reload(clock.instant(), true),
                settings.retention().toDays() + "d");
        PrometheusApi api = new PrometheusApi(
                runner,
                settings.queries(),
                store,
                process,
                settings.adminApi(),
                settings.data().resolve("snapshots"),
                clock);
        HttpRouting.Builder routing = HttpRouting.builder();
        guard(routing, token);
        routing.register("/api/v1", api).register(new HealthPages()).register(new MetricsEndpoint(telemetry.metrics()));
        web = start(settings.web(), tls(settings), routing);
        closing.with(web::stop);
        address = URI.create((settings.access().certificate() == null ? "http" : "https") + "://"
                + new ListenAddress(settings.web().host(), web.port()));
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
            throw e instanceof ServerStartException reason
                    ? reason
                    : new ServerStartException("cannot start: " + Causes.text(e), e);
        }
    }

    private static void guard(HttpRouting.Builder routing, @Nullable AccessToken token) {
        if (token != null) {
            routing.addFilter(new TokenFilter(token));
        }
        routing.addFilter(new OriginFilter());
    }

    private static @Nullable Tls tls(ServerSettings settings) {
        AccessSettings access = settings.access();
        return access.certificate() == null || access.key() == null
                ? null
                : Listener.tls(access.certificate(), access.key());
    }

    private static WebServer start(ListenAddress at, @Nullable Tls tls, HttpRouting.Builder routing) {
        return Listener.configure(WebServer.builder(), at, tls)
                .addConnectionSelector(new WatchedHttp1())
                .routing(routing)
                .shutdownHook(false)
                .build()
                .start();
    }

    /** Where everything is asked. */
    public URI address() {
        return address;
    }

    public int port() {
        return web.port();
    }

    /** What is stored. */
    public TimeSeriesStore store() {
        return store;
    }

    /** How many queries are evaluated at this moment. */
    public int queries() {
        return runner.inside();
    }

    /** Returns when the process is told to stop (SIGTERM, SIGINT). */
    public void awaitStop() throws InterruptedException {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                main.join(); // the JVM ends with its hooks: what is being closed has until then
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        stop.await();
    }

    @Override
    public void close() {
        closing.close();
    }
}
