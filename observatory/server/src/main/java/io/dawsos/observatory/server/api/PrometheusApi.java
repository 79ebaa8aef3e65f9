package io.dawsos.observatory.server.api;

import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import io.dawsos.observatory.tsdb.TimeSeriesStore;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.nio.file.Path;
import java.time.InstantSource;

/** {@code /api/v1}: what Grafana, promtool and the console ask. */
public final class PrometheusApi implements HttpService {
    private final QueryRunner runner;
    private final QuerySettings queries;
    private final TimeSeriesStore store;
    private final StatusEndpoints status;
    private final AdminEndpoints admin;
    private final InstantSource clock;

    /** @param adminEnabled whether samples may be deleted and copied by this API */
    public PrometheusApi(
            QueryRunner runner,
            QuerySettings queries,
            TimeSeriesStore store,
            ProcessStatus process,
            boolean adminEnabled,
            Path snapshots,
            InstantSource clock) {
        this.runner = runner;
        this.queries = queries;
        this.store = store;
        this.status = new StatusEndpoints(process, store, clock);
        this.admin = new AdminEndpoints(adminEnabled, store, snapshots, clock);
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        ask(rules, "/query", new QueryEndpoint(runner, clock));
        ask(rules, "/query_range", new QueryRangeEndpoint(runner, queries));
        ask(rules, "/query_exemplars", new ExemplarsEndpoint(store::exemplars, queries));
        ask(rules, "/format_query", FormatEndpoint.text(queries));
        ask(rules, "/parse_query", FormatEndpoint.tree(queries));
        ask(rules, "/series", new SeriesEndpoint(runner));
        ask(rules, "/labels", LabelsEndpoint.names(runner));
        rules.get("/label/{name}/values", (request, response) -> new ApiHandler(LabelsEndpoint.values(
                        runner, LabelName.of(request.path().pathParameters().get("name"))))
                .handle(request, response));
        get(rules, "/metadata", new MetadataEndpoint(store::metadata));
        get(rules, "/status/config", status::config);
        get(rules, "/status/flags", status::flags);
        get(rules, "/status/buildinfo", status::build);
        get(rules, "/status/runtimeinfo", status::runtime);
        get(rules, "/status/walreplay", status::walReplay);
        get(rules, "/status/tsdb", status::store);
        change(rules, "/admin/tsdb/snapshot", admin::snapshot);
        change(rules, "/admin/tsdb/delete_series", admin::delete);
        change(rules, "/admin/tsdb/clean_tombstones", admin::clean);
        rules.post("/read", new ApiHandler((_, _) -> {
            throw new Failure(
                    FailureType.NOT_IMPLEMENTED,
                    "remote read is not served; ask /api/v1/query_range, or let remote_write send the samples on");
        }));
    }

    private static void get(HttpRules rules, String path, Endpoint endpoint) {
        rules.get(path, new ApiHandler(endpoint));
    }

    /** Questions may be long, and then are posted. */
    private static void ask(HttpRules rules, String path, Endpoint endpoint) {
        ApiHandler handler = new ApiHandler(endpoint);
        rules.get(path, handler).post(path, handler);
    }

    private static void change(HttpRules rules, String path, Endpoint endpoint) {
        ApiHandler handler = new ApiHandler(endpoint);
        rules.post(path, handler).put(path, handler);
    }
}
