package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.systemtest.Launcher.Curl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service by {@code ./dawsos up}, with the market simulator, on a night that is soon. */
final class WatchedService implements AutoCloseable {

    static final String PORTFOLIO = "00000000-0000-4000-8000-000000000001";

    /** More than the service keeps the packs of. */
    private static final int COLD_DAYS = 300;

    private final Path data;
    private final Program up;
    private final Curl curl;
    private final String simulator;
    private final Night night;
    private final Instant readyAt = Instant.now();
    private final String admin;
    private final ServiceDatabase database;
    private final List<LocalDate> coldDays;
    private final AtomicInteger coldDay = new AtomicInteger();

    private WatchedService(Path data, Program up, String simulator, Night night)
            throws IOException, InterruptedException {
        this.data = data;
        this.up = up;
        this.curl = Launcher.curl(up);
        this.simulator = simulator;
        this.night = night;
        this.coldDays = Stream.iterate(night.day(), Night::marketDayBefore)
                .skip(2)
                .limit(COLD_DAYS)
                .toList();
        this.admin = new Launcher(data)
                .run("token", "--user", "operator", "--role", "ADMIN")
                .output()
                .strip();
        this.database = new ServiceDatabase(data);
    }

    /**
     * Providers have a second or two to answer, so that a build that fails does so soon.
     *
     * @param disturbed a provider that is disturbed before the service can ask it
     */
    static WatchedService start(Path data, String disturbed, String orders) throws IOException, InterruptedException {
        Night night = Night.soon();
        String simulatorPort = Integer.toString(Ports.free());
        Map<String, String> settings = new HashMap<>(night.settings());
        settings.put("DAWSOS_SIMULATOR_PORT", simulatorPort);
        settings.put("DAWSOS_PROVIDER_ATTEMPT_LIMIT", "2s");
        settings.put("DAWSOS_PROVIDER_LIMIT", "4s");
        settings.put("DAWSOS_QUOTES_EVERY", "2s");
        settings.put("DAWSOS_TRACE_CONSOLE", "false");
        String simulator = "http://127.0.0.1:" + simulatorPort;
        FutureTask<Void> disturb = new FutureTask<>(
                () -> await().atMost(Launcher.START_LIMIT)
                        .ignoreExceptions()
                        .untilAsserted(() -> chaos(simulator, disturbed, orders)),
                null);
        Thread.ofPlatform().daemon().start(disturb);
        Program up = new Launcher(data).up(settings, "--port", Integer.toString(Ports.free()));
        try {
            disturb.get();
            return new WatchedService(data, up, simulator, night);
        } catch (ExecutionException e) {
            up.close();
            throw new IOException("the simulator could not be told to disturb " + disturbed, e);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            up.close();
            throw e;
        }
    }

    /** Host and port. */
    String address() {
        return URI.create(curl.address()).getAuthority();
    }

    Night night() {
        return night;
    }

    /** Whether it was there to see the moment, and the moment is over. */
    boolean saw(Instant moment) {
        return moment.isAfter(readyAt) && moment.isBefore(Instant.now());
    }

    ServiceDatabase database() {
        return database;
    }

    /** The ledger of record that the demo has. */
    Path ledger() {
        return data.resolve("ledger/portfolios");
    }

    /** Values the portfolio as of today. */
    int warm() throws IOException, InterruptedException {
        return value("");
    }

    /** Values it as of a day whose pack nobody asked for lately. */
    int cold() throws IOException, InterruptedException {
        return value("?asof=" + coldDays.get(coldDay.getAndIncrement() % coldDays.size()));
    }

    private int value(String query) throws IOException, InterruptedException {
        return Http.get(curl.address() + curl.path() + query, curl.token()).statusCode();
    }

    /** A request that answers with a status. */
    @FunctionalInterface
    interface Request {
        int send() throws IOException, InterruptedException;
    }

    /** Several users at once. */
    static List<Integer> atOnce(int users, Request request) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < users; i++) {
                asked.add(threads.submit(request::send));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> each : asked) {
                statuses.add(each.get());
            }
            return statuses;
        }
    }

    /** Tells the market simulator, as {@code ./dawsos chaos} does. */
    void chaos(String provider, String orders) throws IOException, InterruptedException {
        chaos(simulator, provider, orders);
    }

    private static void chaos(String simulator, String provider, String orders)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = Http.put(simulator + "/chaos/" + provider + "?" + orders);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Has the night's pack built, by whoever may. */
    JsonNode build() throws IOException, InterruptedException {
        HttpResponse<String> asked = Http.post(curl.address() + "/v1/pricing-packs?date=" + night.day(), admin, "");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String id = JsonMapper.shared().readTree(asked.body()).path("id").asString();
        return await("end of build " + id)
                .atMost(Duration.ofSeconds(60))
                .until(() -> buildNow(id), build -> build.hasNonNull("ended_at"));
    }

    private JsonNode buildNow(String id) throws IOException, InterruptedException {
        HttpResponse<String> answer = Http.get(curl.address() + "/v1/pricing-packs/builds/" + id, admin);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** An alert that is true with the next quotes. */
    void alert(String name, URI webhook) throws IOException, InterruptedException {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "portfolio_id",
                        PORTFOLIO,
                        "name",
                        name,
                        "condition",
                        Map.of("type", "value_above", "amount", 1),
                        "channels",
                        List.of(Map.of("method", "webhook", "url", webhook.toString()))));
        HttpResponse<String> made = Http.post(curl.address() + "/v1/alerts", curl.token(), body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    @Override
    public void close() throws IOException {
        try {
            database.close();
        } finally {
            up.close();
        }
    }
}
