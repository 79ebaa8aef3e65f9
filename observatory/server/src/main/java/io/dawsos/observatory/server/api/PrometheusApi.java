package io.dawsos.observatory.server.api;

import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** {@code /api/v1}: what Grafana, promtool and the console ask. */
public final class PrometheusApi implements HttpService {
    private final ApiParts parts;
    private final QueryRunner runner;
    private final QuerySettings queries;
    private final StatusEndpoints status;
    private final AdminEndpoints admin;
    private final RulesEndpoints rules;
    private final TargetsEndpoints targets;

    public PrometheusApi(ApiParts parts) {
        this.parts = parts;
        runner = parts.runner();
        queries = parts.queries();
        status = new StatusEndpoints(parts.process(), parts.store(), parts.clock());
        admin = new AdminEndpoints(parts.adminEnabled(), parts.store(), parts.snapshots(), parts.clock());
        rules = new RulesEndpoints(parts.groups(), parts.alertmanagers());
        targets = new TargetsEndpoints(parts.targets(), parts.droppedTargets());
    }

    @Override
    public void routing(HttpRules routes) {
        queries(routes);
        knowledge(routes);
        changes(routes);
    }

    private void queries(HttpRules routes) {
        ask(routes, "/query", new QueryEndpoint(runner, parts.clock()));
        ask(routes, "/query_range", new QueryRangeEndpoint(runner, queries));
        ask(routes, "/query_exemplars", new ExemplarsEndpoint(parts.store()::exemplars, queries));
        ask(routes, "/format_query", FormatEndpoint.text(queries));
        ask(routes, "/parse_query", FormatEndpoint.tree(queries));
        ask(routes, "/series", new SeriesEndpoint(runner));
        ask(routes, "/labels", LabelsEndpoint.names(runner));
        routes.get("/label/{name}/values", (request, response) -> new ApiHandler(LabelsEndpoint.values(
                        runner, LabelName.of(request.path().pathParameters().get("name"))))
                .handle(request, response));
    }

    private void knowledge(HttpRules routes) {
        get(routes, "/metadata", new MetadataEndpoint(parts.store()::metadata));
        get(routes, "/rules", rules::rules);
        get(routes, "/alerts", rules::alerts);
        get(routes, "/alertmanagers", rules::alertmanagers);
        get(routes, "/targets", targets::targets);
        get(routes, "/targets/metadata", targets::metadata);
        get(routes, "/status/config", status::config);
        get(routes, "/status/flags", status::flags);
        get(routes, "/status/buildinfo", status::build);
        get(routes, "/status/runtimeinfo", status::runtime);
        get(routes, "/status/walreplay", status::walReplay);
        get(routes, "/status/tsdb", status::store);
    }

    private void changes(HttpRules routes) {
        routes.post("/write", new WriteHandler(parts.writes()));
        change(routes, "/admin/tsdb/snapshot", admin::snapshot);
        change(routes, "/admin/tsdb/delete_series", admin::delete);
        change(routes, "/admin/tsdb/clean_tombstones", admin::clean);
        routes.post("/read", new ApiHandler((_, _) -> {
            throw new Failure(
                    FailureType.NOT_IMPLEMENTED,
                    "remote read is not served; ask /api/v1/query_range, or let remote_write send the samples on");
        }));
    }

    private static void get(HttpRules routes, String path, Endpoint endpoint) {
        routes.get(path, new ApiHandler(endpoint));
    }

    /** Questions may be long, and then are posted. */
    private static void ask(HttpRules routes, String path, Endpoint endpoint) {
        ApiHandler handler = new ApiHandler(endpoint);
        routes.get(path, handler).post(path, handler);
    }

    private static void change(HttpRules routes, String path, Endpoint endpoint) {
        ApiHandler handler = new ApiHandler(endpoint);
        routes.post(path, handler).put(path, handler);
    }
}
