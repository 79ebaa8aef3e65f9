package io.dawsos.observatory.server.alerting;

import io.dawsos.observatory.alertmanager.AlertView;
import io.dawsos.observatory.alertmanager.Alertmanager;
import io.dawsos.observatory.alertmanager.GroupView;
import io.dawsos.observatory.alertmanager.alerts.Reception;
import io.dawsos.observatory.alertmanager.silence.Silence;
import io.dawsos.observatory.alertmanager.silence.SilenceException;
import io.dawsos.observatory.alertmanager.silence.SilenceState;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.server.http.Body;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import io.dawsos.observatory.server.http.Json;
import io.dawsos.observatory.server.http.Parameters;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v2}: what amtool, Grafana and a Prometheus elsewhere ask an Alertmanager. */
public final class AlertmanagerApi implements HttpService {
    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerApi.class);
    private static final int LARGEST_BODY = 16 << 20;

    private final Supplier<@Nullable Alertmanager> running;
    private final Supplier<AlertmanagerInfo> info;
    private final InstantSource clock;

    /** @param running null while there is none */
    public AlertmanagerApi(
            Supplier<@Nullable Alertmanager> running, Supplier<AlertmanagerInfo> info, InstantSource clock) {
        this.running = running;
        this.info = info;
        this.clock = clock;
    }

    /** Answers a request, or throws why it does not. */
    @FunctionalInterface
    private interface Action {
        void run(Alertmanager alertmanager, ServerRequest request, ServerResponse response) throws IOException;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/status", handled(this::status));
        rules.get("/receivers", handled(this::receivers));
        rules.get("/alerts", handled(this::alerts));
        rules.post("/alerts", handled(this::post));
        rules.get("/alerts/groups", handled(this::groups));
        rules.get("/silences", handled(this::silences));
        rules.post("/silences", handled(this::silence));
        rules.get("/silence/{id}", handled(this::oneSilence));
        rules.delete("/silence/{id}", handled(this::expire));
    }

    private io.helidon.webserver.http.Handler handled(Action action) {
        return (request, response) -> {
            try {
                action.run(alertmanager(), request, response);
            } catch (Failure e) {
                fail(request, response, e.type().status(), e.getMessage());
            } catch (SilenceException e) {
                fail(request, response, e.reason() == SilenceException.Reason.NOT_FOUND ? 404 : 400, e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("{} failed", request.path().path(), e);
                fail(request, response, 500, "it failed inside, which the log tells of");
            }
        };
    }

    private Alertmanager alertmanager() {
        Alertmanager alertmanager = running.get();
        if (alertmanager == null) {
            throw new Failure(
                    FailureType.UNAVAILABLE,
                    "no Alertmanager runs in this process; start it with --alertmanager.config.file");
        }
        return alertmanager;
    }

    /** The API's errors are a string of JSON. */
    private static void fail(ServerRequest request, ServerResponse response, int status, @Nullable String why)
            throws IOException {
        Json.send(request, response, status, out -> out.writeString(String.valueOf(why)));
    }

    private void status(Alertmanager alertmanager, ServerRequest request, ServerResponse response) throws IOException {
        AlertmanagerInfo now = info.get();
        Json.send(request, response, 200, out -> AlertmanagerJson.status(out, now));
    }

    private void receivers(Alertmanager alertmanager, ServerRequest request, ServerResponse response)
            throws IOException {
        List<String> names = info.get().receivers();
        Json.send(request, response, 200, out -> AlertmanagerJson.receivers(out, names));
    }

    private void alerts(Alertmanager alertmanager, ServerRequest request, ServerResponse response) throws IOException {
        AlertFilter filter = AlertFilter.of(parameters(request));
        List<AlertView> wanted = alertmanager.alerts().stream()
                .filter(filter::wants)
                .sorted(Comparator.comparing(view -> view.alert().fingerprintText()))
                .toList();
        Json.send(request, response, 200, out -> AlertmanagerJson.alerts(out, wanted));
    }

    private void groups(Alertmanager alertmanager, ServerRequest request, ServerResponse response) throws IOException {
        AlertFilter filter = AlertFilter.of(parameters(request));
        List<GroupView> wanted = alertmanager.groups().stream()
                .filter(group -> filter.wantsReceiver(group.receiver()))
                .map(group -> new GroupView(
                        group.route(),
                        group.labels(),
                        group.key(),
                        group.alerts().stream().filter(filter::wants).toList()))
                .filter(group -> !group.alerts().isEmpty())
                .toList();
        Json.send(request, response, 200, out -> AlertmanagerJson.groups(out, wanted));
    }

    private void post(Alertmanager alertmanager, ServerRequest request, ServerResponse response) throws IOException {
        Reception reception = alertmanager.post(PostedJson.alerts(Body.unpacked(request, LARGEST_BODY)));
        if (!reception.invalid().isEmpty()) {
            fail(request, response, 400, String.join("; ", reception.invalid()));
        } else if (reception.overLimit() > 0) {
            fail(request, response, 503, reception.overLimit() + " alerts are more than there may be at once");
        } else {
            response.status(Status.OK_200).send();
        }
    }

    private void silences(Alertmanager alertmanager, ServerRequest request, ServerResponse response)
            throws IOException {
        List<Matcher> filter = AlertFilter.matchers(parameters(request));
        Instant now = clock.instant();
        List<Silence> wanted = alertmanager.silences().stream()
                .filter(silence -> silence.passes(filter))
                .sorted(order(now))
                .toList();
        Json.send(request, response, 200, out -> AlertmanagerJson.silences(out, wanted, now));
    }

    /** Active ones by their end, then pending ones by their start, then expired ones, the last first. */
    private static Comparator<Silence> order(Instant now) {
        Map<SilenceState, Integer> places =
                new TreeMap<>(Map.of(SilenceState.ACTIVE, 0, SilenceState.PENDING, 1, SilenceState.EXPIRED, 2));
        return Comparator.<Silence, Integer>comparing(silence -> places.getOrDefault(silence.state(now), 2))
                .thenComparing((one, other) -> switch (one.state(now)) {
                    case ACTIVE -> one.endsAt().compareTo(other.endsAt());
                    case PENDING -> one.startsAt().compareTo(other.startsAt());
                    case EXPIRED -> other.endsAt().compareTo(one.endsAt());
                });
    }

    private void silence(Alertmanager alertmanager, ServerRequest request, ServerResponse response) throws IOException {
        String id = alertmanager.silence(PostedJson.silence(Body.unpacked(request, LARGEST_BODY), clock.instant()));
        Json.send(request, response, 200, out -> {
            out.writeStartObject();
            out.writeStringProperty("silenceID", id);
            out.writeEndObject();
        });
    }

    private void oneSilence(Alertmanager alertmanager, ServerRequest request, ServerResponse response)
            throws IOException {
        Silence silence = alertmanager.findSilence(id(request));
        if (silence == null) {
            response.status(Status.NOT_FOUND_404).send();
        } else {
            Json.send(request, response, 200, out -> AlertmanagerJson.silence(out, silence, clock.instant()));
        }
    }

    private void expire(Alertmanager alertmanager, ServerRequest request, ServerResponse response) throws IOException {
        alertmanager.expire(id(request));
        response.status(Status.OK_200).send();
    }

    private static String id(ServerRequest request) {
        return request.path().pathParameters().get("id");
    }

    private static Parameters parameters(ServerRequest request) {
        return Parameters.parse(request.query().rawValue());
    }
}
