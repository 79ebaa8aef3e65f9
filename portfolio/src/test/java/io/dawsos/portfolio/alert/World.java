package io.dawsos.portfolio.alert;

import com.zaxxer.hikari.HikariDataSource;
import io.dawsos.portfolio.Cluster;
import io.dawsos.portfolio.MovedClock;
import io.dawsos.portfolio.database.DatabaseAddress;
import io.dawsos.portfolio.ledger.Order;
import io.dawsos.portfolio.ledger.Portfolios;
import io.dawsos.portfolio.ledger.TradeAction;
import io.dawsos.portfolio.ledger.TradeDesk;
import io.dawsos.portfolio.pricing.CaffeinePackCache;
import io.dawsos.portfolio.pricing.PackContent;
import io.dawsos.portfolio.pricing.PackPublisher;
import io.dawsos.portfolio.pricing.PackRef;
import io.dawsos.portfolio.pricing.PackStore;
import io.dawsos.portfolio.pricing.Packs;
import io.dawsos.portfolio.pricing.PricingPack;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.portfolio.security.Role;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.TelemetrySettings;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The service's parts around alerts, on a database of their own, with a clock that the test moves. */
final class World implements AutoCloseable {

    static final String WEBHOOK_KEY = "whsec_" + "QUJD".repeat(11);
    static final Instant MORNING = Instant.parse("2026-11-24T09:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final LocalDate YESTERDAY = TODAY.minusDays(1);
    static final Caller ADMIN = new Caller("admin", Set.of(Role.ADMIN));

    final DatabaseAddress address;
    final HikariDataSource pool;
    final JdbcClient database;
    final TransactionTemplate transactions;
    final MovedClock clock = new MovedClock(MORNING, ZoneOffset.UTC);
    final Telemetry telemetry;
    final JsonMapper json = json();
    final Packs packs;
    final Alerts alerts;
    final AlertEvaluator evaluator;
    final Outbox outbox;
    final WebhookKey key;
    private final PackPublisher publisher;
    private final PackStore store;
    private final List<Closeable> open = new ArrayList<>();

    private World(DatabaseAddress address, Telemetry telemetry) throws Exception {
        this.address = address;
        this.pool = pool(address);
        this.database = JdbcClient.create(pool);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.telemetry = telemetry;
        this.store = new PackStore(database);
        this.packs = new Packs(store, new CaffeinePackCache(16), telemetry);
        this.publisher = new PackPublisher(database, transactions);
        this.alerts = new Alerts(database, transactions, clock);
        this.outbox = new Outbox(database);
        this.evaluator = evaluator(() -> {});
        this.key = WebhookKey.of(WEBHOOK_KEY, Path.of("unused"));
    }

    static World create() throws Exception {
        return create(telemetry());
    }

    static World create(Telemetry telemetry) throws Exception {
        DatabaseAddress address = Cluster.database();
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .load()
                .migrate();
        return new World(address, telemetry);
    }

    /** Another replica on the same database. */
    World replica() throws Exception {
        return new World(address, telemetry());
    }

    static Telemetry telemetry() {
        return Telemetry.start(TelemetrySettings.from(Map.of("DAWSOS_STRICT_LABELS", "true")));
    }

    static JsonMapper json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }

    AlertEvaluator evaluator(Runnable wake) {
        return new AlertEvaluator(
                database,
                packs,
                new Firing(database, transactions, json, outbox, telemetry.metrics()),
                wake,
                clock,
                telemetry);
    }

    /** Delivers to receivers on this machine until the world is closed. */
    Courier courier(CourierSettings settings, Backoff backoff, @Nullable SmtpAddress smtp) {
        WebhookSender webhooks = new WebhookSender(
                new ReceiverAddresses(true, false),
                settings.attempt(),
                settings.mostPerReceiver(),
                settings.most(),
                key,
                clock,
                telemetry.openTelemetry());
        Map<Method, Sender> senders = new java.util.EnumMap<>(Method.class);
        senders.put(Method.WEBHOOK, webhooks);
        senders.put(Method.IN_APP, new InboxSender(database, clock));
        if (smtp != null) {
            senders.put(Method.EMAIL, new MailSender(smtp, settings.attempt(), json, clock));
        }
        Courier courier = new Courier(outbox, senders, backoff, settings, clock, telemetry);
        open.add(webhooks);
        open.add(courier::stop);
        courier.start();
        return courier;
    }

    Courier courier() {
        return courier(CourierSettings.USUAL, quick(), null);
    }

    static Backoff quick() {
        return new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1), 5, () -> 0.5);
    }

    void securities(String currency, String... symbols) {
        for (String symbol : symbols) {
            database.sql(
                            "INSERT INTO securities (symbol, name, currency, synthetic, origin) VALUES (?, ?, ?, true, '')")
                    .params(symbol, symbol, currency)
                    .update();
        }
    }

    UUID portfolio(String owner, Map<String, String> quantities) {
        UUID id = new Portfolios(database).create(owner, owner + "'s", "USD").id();
        quantities.forEach((symbol, quantity) -> trade(id, "buy", symbol, quantity));
        return id;
    }

    void trade(UUID portfolio, String action, String symbol, String quantity) {
        TradeAction named = TradeAction.named(action).orElseThrow();
        new TradeDesk(database, transactions, clock, telemetry)
                .book(ADMIN, portfolio, new Order(named, symbol, new BigDecimal(quantity), BigDecimal.ONE, null), null);
    }

    /** A fresh pack, built a day before the morning unless it is of today: quotes of the morning are newer. */
    PricingPack pack(LocalDate day, Map<String, String> prices) {
        Map<String, BigDecimal> exact = new java.util.HashMap<>();
        prices.forEach((symbol, price) -> exact.put(symbol, new BigDecimal(price)));
        PackRef ref = publisher.prepare(day, new PackContent(exact, Map.of("USD", BigDecimal.ONE)));
        publisher.release(ref, day.atTime(0, 10).toInstant(ZoneOffset.UTC));
        return store.load(ref);
    }

    Alert alert(UUID portfolio, Condition condition, Duration cooldown, Channel... channels) {
        return alerts.create(ADMIN, portfolio, "watch", condition, List.of(channels), cooldown);
    }

    Alert alert(UUID portfolio, Condition condition) {
        return alert(portfolio, condition, Duration.ZERO, new Channel(Method.IN_APP, ""));
    }

    List<String> causes(Alert alert) {
        return database.sql("SELECT cause FROM alert_events WHERE alert_id = ? ORDER BY true_at, cause")
                .param(alert.id())
                .query(String.class)
                .list();
    }

    List<DeliveryStatus> deliveries() {
        return new Deliveries(database, clock, () -> {}).page(ADMIN, null, null, java.util.Optional.empty(), 10_000);
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static HikariDataSource pool(DatabaseAddress address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(6);
        return pool;
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open.reversed()) {
            each.close();
        }
        pool.close();
        telemetry.close();
    }
}
