package io.dawsos.portfolio.night;

import io.dawsos.portfolio.Cluster;
import io.dawsos.portfolio.database.DatabaseAddress;
import io.dawsos.portfolio.demo.DemoMarket;
import io.dawsos.portfolio.simulator.MarketSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * All around two replicas shortly before midnight: the database as the service left it the evening before, providers and
 * a receiver that wait on command, and a clock that is ahead of the machine's for all of them.
 */
final class Stage implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
    static final LocalDate DAY = LocalDate.of(2026, 3, 10); // a Tuesday
    static final Instant MIDNIGHT = DAY.atStartOfDay(ZONE).toInstant();

    private static final Duration EVENING = Duration.ofSeconds(15);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final JdbcClient sql;
    final Seams seams;
    final Inbox inbox = new Inbox();
    final Replicas replicas;
    private final MarketSimulator simulator;

    Stage(Path data) throws Exception {
        DatabaseAddress database = Cluster.database();
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .load()
                .migrate();
        this.sql = JdbcClient.create(new DriverManagerDataSource(
                database.url(), Objects.requireNonNull(database.user()), Objects.requireNonNull(database.password())));
        lastNight();
        this.seams = new Seams(database);
        seams.hold(Seam.OPENING);
        Duration ahead = Duration.between(Instant.now(), MIDNIGHT.minus(EVENING));
        this.simulator =
                MarketSimulator.start(0, DemoMarket.load(DAY.minusDays(1)), Clock.offset(Clock.systemUTC(), ahead));
        this.replicas = new Replicas(
                data,
                database,
                Map.of(
                        "DAWSOS_ZONE", ZONE.getId(),
                        "DAWSOS_CLOCK_OFFSET", ahead.toString(),
                        "DAWSOS_SIMULATOR_PORT",
                                Integer.toString(simulator.address().getPort()),
                        "DAWSOS_PROVIDER_ATTEMPT_LIMIT", "60s",
                        "DAWSOS_PROVIDER_LIMIT", "60s",
                        "DAWSOS_QUOTES_EVERY", "24h",
                        "DAWSOS_LEDGER", "demo",
                        "DAWSOS_PACK_TAKEOVER", "15s"));
        replicas.awaitReady();
    }

    /** What the scheduler of the night before has left: however long the start takes, midnight is not missed. */
    private void lastNight() {
        sql.sql("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES ('pricing-pack-night', 'recurring', ?, false, 1)")
                .param(MIDNIGHT.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The night's build may be opened. */
    void letNightBegin() {
        seams.letGo(Seam.OPENING);
    }

    void hold(Step step) {
        switch (step) {
            case PRICES -> {
                chaos("polygon", "stall");
                chaos("fmp", "stall");
            }
            case RATES -> chaos("fred", "stall");
            case DELIVERY -> inbox.hold();
            default -> seams.hold(seam(step));
        }
    }

    boolean isReached(Step step) {
        return switch (step) {
            // One process has four on their way to one receiver: of more, some are the other's.
            case DELIVERY -> inbox.held() > 4;
            case PRICES, RATES -> replicas.at(step.named()).isPresent();
            default -> seams.isReached(seam(step)) && replicas.at(step.named()).isPresent();
        };
    }

    /** @return which process is held there; at the delivery both are */
    int at(Step step) {
        return step == Step.DELIVERY ? 0 : replicas.at(step.named()).orElseThrow();
    }

    /** After who was held is dead. */
    void letGo(Step step) {
        switch (step) {
            case PRICES -> {
                chaos("polygon", "ok");
                chaos("fmp", "ok");
            }
            case RATES -> chaos("fred", "ok");
            case DELIVERY -> inbox.letGo();
            default -> seams.cut(seam(step));
        }
    }

    private static Seam seam(Step step) {
        Seam seam = step.seam();
        if (seam == null) {
            throw new IllegalArgumentException(step + " is not held by the database");
        }
        return seam;
    }

    private void chaos(String provider, String mode) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("%s/chaos/%s?mode=%s".formatted(simulator.address(), provider, mode)))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            int status =
                    HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("the simulator answered " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long count(String query) {
        return sql.sql("SELECT count(*) FROM " + query).query(Long.class).single();
    }

    /** What is to be looked at when the night did not go as it should. */
    String story() {
        return "builds " + sql.sql("SELECT * FROM pack_builds").query().listOfRows()
                + "\njobs " + sql.sql("SELECT * FROM scheduled_tasks").query().listOfRows()
                + "\ndeliveries "
                + sql.sql("SELECT state, attempts, error, count(*) FROM alert_deliveries GROUP BY 1, 2, 3")
                        .query()
                        .listOfRows()
                + "\nheld " + inbox.held() + "\n" + replicas.story();
    }

    @Override
    public void close() throws SQLException {
        inbox.close();
        replicas.close();
        simulator.close();
        seams.close();
    }
}
