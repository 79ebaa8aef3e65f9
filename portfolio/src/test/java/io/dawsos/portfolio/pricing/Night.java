package io.dawsos.portfolio.pricing;

import com.zaxxer.hikari.HikariDataSource;
import io.dawsos.portfolio.MovedClock;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.Settings;
import io.dawsos.portfolio.alert.AlertConfiguration;
import io.dawsos.portfolio.alert.AlertEvaluator;
import io.dawsos.portfolio.database.DatabaseAddress;
import io.dawsos.portfolio.demo.DemoMarket;
import io.dawsos.portfolio.provider.ProviderConfiguration;
import io.dawsos.portfolio.provider.Providers;
import io.dawsos.portfolio.reconcile.ReconcileConfiguration;
import io.dawsos.portfolio.reconcile.Reconciler;
import io.dawsos.portfolio.simulator.MarketSimulator;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.TelemetrySettings;
import io.dawsos.telemetry.metrics.MetricsPage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What builds packs, put together as in the service, on a database of its own and a market simulator, on a clock that a
 * test moves. One portfolio holds two securities, and has an alert that is always true.
 */
final class Night implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
    static final LocalDate DAY = LocalDate.of(2026, 3, 10); // a Tuesday
    static final Instant MIDNIGHT = DAY.atStartOfDay(ZONE).toInstant();
    static final DemoMarket MARKET = DemoMarket.load(LocalDate.of(2026, 3, 6));

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final MovedClock clock;
    final MarketSimulator simulator;
    final Telemetry telemetry = Telemetry.start(TelemetrySettings.from(Map.of("DAWSOS_STRICT_LABELS", "true")));
    private final DatabaseAddress database;
    private final Path data;
    private final boolean first;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Night() throws IOException {
        this(Map.of());
    }

    Night(Map<String, Object> settings) throws IOException {
        this.clock = new MovedClock(MIDNIGHT, ZONE);
        this.simulator = MarketSimulator.start(0, MARKET, clock);
        this.database = database();
        this.data = Files.createTempDirectory("night");
        this.first = true;
        start(settings);
        fill();
    }

    private Night(Night beside) {
        this.clock = beside.clock;
        this.simulator = beside.simulator;
        this.database = beside.database;
        this.data = beside.data;
        this.first = false;
        start(Map.of());
    }

    /** Another replica. */
    Night replica() {
        return new Night(this);
    }

    private static DatabaseAddress database() {
        DatabaseAddress server = Service.shared().database().address();
        String name = "night_" + NUMBER.incrementAndGet();
        Service.shared().sql().sql("CREATE DATABASE " + name).update();
        String url = server.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
        return new DatabaseAddress(url, server.user(), server.password());
    }

    private void start(Map<String, Object> settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(6);
        Flyway.configure().dataSource(pool).load().migrate();
        JdbcClient client = JdbcClient.create(pool);
        JdbcTransactionManager manager = new JdbcTransactionManager(pool);
        TransactionTemplate transactions = new TransactionTemplate(manager);
        PackStore store = new PackStore(client);
        PackCache cache = new CaffeinePackCache(8);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties(settings)));
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcClient.class, () -> client);
        context.registerBean(JdbcTransactionManager.class, () -> manager);
        context.registerBean(TransactionTemplate.class, () -> transactions);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Telemetry.class, () -> telemetry);
        context.registerBean(Settings.class, this::settings);
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build());
        context.registerBean(PackStore.class, () -> store);
        context.registerBean(PackCache.class, () -> cache);
        context.registerBean(Packs.class, () -> new Packs(store, cache, telemetry));
        context.registerBean(PackPublisher.class, () -> new PackPublisher(client, transactions));
        context.register(
                ProviderConfiguration.class,
                ReconcileConfiguration.class,
                PackBuildConfiguration.class,
                AlertConfiguration.class);
        context.refresh();
    }

    private Settings settings() {
        return new Settings(data, "127.0.0.1", 0, database, null, null, ZONE, Duration.ZERO, false, "test", 8);
    }

    private Map<String, Object> properties(Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(
                Map.of("DAWSOS_SIMULATOR_PORT", simulator.address().getPort(), "DAWSOS_QUOTES_EVERY", "24h"));
        properties.putAll(settings);
        return properties;
    }

    private void fill() {
        MARKET.securities().stream()
                .filter(security -> !security.currency().equals("GBP"))
                .limit(20)
                .forEach(security -> sql().sql("INSERT INTO securities (symbol, name, currency, synthetic, origin)"
                                + " VALUES (?, ?, ?, true, 'test')")
                        .params(security.symbol(), security.name(), security.currency())
                        .update());
        UUID portfolio = UUID.randomUUID();
        sql().sql("INSERT INTO portfolios (portfolio_id, owner, name, base_currency) VALUES (?, 'ann', 'p', 'USD')")
                .param(portfolio)
                .update();
        for (String symbol : new String[] {"AAPL", "IBM"}) {
            sql().sql("""
                            WITH t AS (INSERT INTO trades (portfolio_id, security_no, action, trade_date, quantity,
                                                           price, cash_effect, booked_by)
                                       SELECT ?, security_no, 'buy', '2026-03-02', 10, 1, -10, 'ann'
                                         FROM securities WHERE symbol = ? RETURNING *)
                            INSERT INTO lots (portfolio_id, security_no, trade_id, opened_on, quantity, remaining, unit_cost)
                            SELECT portfolio_id, security_no, trade_id, trade_date, quantity, quantity, price FROM t
                            """).params(portfolio, symbol).update();
        }
        UUID alert = UUID.randomUUID();
        sql().sql("INSERT INTO alerts (alert_id, portfolio_id, name, condition, threshold, cooldown_seconds,"
                        + " created_by, created_at) VALUES (?, ?, 'a', 'value_above', 1, 0, 'ann', '2026-03-01Z')")
                .params(alert, portfolio)
                .update();
        sql().sql("INSERT INTO alert_channels (alert_id, position, method, target) VALUES (?, 0, 'in_app', '')")
                .param(alert)
                .update();
    }

    JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    PackBuilds builds() {
        return bean(PackBuilds.class);
    }

    PackBuilder builder(BuildProgress progress) {
        return new PackBuilder(
                builds(),
                new MarketClose(sql(), bean(Providers.class)),
                bean(PackPublisher.class),
                bean(Packs.class),
                bean(Reconciler.class),
                bean(AlertEvaluator.class),
                bean(PackBuildMetrics.class),
                bean(TransactionTemplate.class),
                progress,
                clock,
                telemetry);
    }

    PackJobs jobs(BuildProgress progress) {
        return new PackJobs(
                bean(DataSource.class),
                bean(PackSchedule.class),
                builds(),
                builder(progress),
                List.of(),
                Duration.ofMinutes(1),
                clock);
    }

    /** Opens a build of the day and runs it. */
    PackBuild build(BuildProgress progress) {
        UUID id = builds().open(DAY, "ann", null, clock.instant());
        var _ = builder(progress).run(id);
        return builds().find(id).orElseThrow();
    }

    PackBuild build() {
        return build((_, _) -> {});
    }

    /** @param orders as the simulator takes them: {@code chaos/fmp?mode=fail}, {@code market/AAPL?percent=5} */
    void simulator(String orders) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.address() + "/" + orders))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(orders + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /** The series of packs as the metrics page shows them. */
    Map<String, Double> metrics() {
        Map<String, Double> series = new TreeMap<>();
        new String(new MetricsPage(telemetry.metrics()).answer(null).body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("pricing_pack_"))
                .forEach(line -> series.put(
                        line.substring(0, line.lastIndexOf(' ')),
                        Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
        return series;
    }

    double metric(String series) {
        return metrics().getOrDefault(series, Double.NaN);
    }

    long count(String query) {
        return sql().sql("SELECT count(*) FROM " + query).query(Long.class).single();
    }

    @Override
    public void close() {
        context.close();
        telemetry.close();
        if (first) {
            simulator.close();
        }
    }
}
