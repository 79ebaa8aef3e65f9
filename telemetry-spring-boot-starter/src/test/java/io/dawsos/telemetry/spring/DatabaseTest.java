package io.dawsos.telemetry.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.stock.StockController;
import com.zaxxer.hikari.HikariDataSource;
import io.dawsos.telemetry.testing.MemorySpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;

/** The service with a database behind a socket, which can go away. */
class DatabaseTest {

    @Test
    void query_withinRequest_isChildSpan() throws SQLException {
        try (Database database = Database.start();
                Shop shop = Shop.open(List.of(StockController.class), Shop.NO_SECURITY, database.url())) {
            String trace = Shop.newTraceId();

            assertThat(shop.get("/stock", Shop.within(trace)).body()).isEqualTo("42");

            List<SpanData> spans = MemorySpans.of(trace, 2);
            SpanData query = named(spans, "db.query");
            assertThat(query.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(query.getParentSpanId())
                    .isEqualTo(named(spans, "http.request").getSpanId());
            assertThat(query.getAttributes().get(AttributeKey.stringKey("db.operation.name")))
                    .isEqualToIgnoringCase("select");
        }
    }

    @Test
    void dataSource_traced_unwrapsToItsPoolAndIsMeasured() throws SQLException {
        try (Database database = Database.start();
                Shop shop = Shop.open(
                        List.of(StockController.class),
                        Shop.NO_SECURITY,
                        database.url(),
                        "spring.datasource.hikari.maximum-pool-size=3")) {
            DataSource bean = shop.context().getBean(DataSource.class);
            shop.get("/stock");

            assertThat(bean.unwrap(HikariDataSource.class).getMaximumPoolSize()).isEqualTo(3);
            assertThat(shop.sample("db_pool_connections_max{pool=\"dataSource\"}"))
                    .isEqualTo(3);
            assertThat(shop.sample("db_pool_connections{pool=\"dataSource\",state=\"idle\"}"))
                    .isPositive();
            assertThat(shop.samples()).contains("db_pool_waiting_threads{pool=\"dataSource\"} 0.0");
        }
    }

    @Test
    void health_databaseGone_is503AndRecovers() throws SQLException {
        try (Database database = Database.start();
                Shop shop = Shop.open(
                        List.of(StockController.class),
                        Shop.NO_SECURITY,
                        database.url(),
                        "dawsos.health.database=stock-db",
                        "spring.datasource.hikari.connection-timeout=300")) {
            HttpResponse<String> well = shop.getUntil(200, "/health");
            assertThat(well.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
            assertThat(well.body()).contains("stock-db");

            database.stop();

            assertThat(shop.getUntil(503, "/health").body()).contains("\"state\":\"DOWN\"");
            assertThat(shop.getUntil(503, "/health/ready").statusCode()).isEqualTo(503);
            assertThat(shop.get("/health/live").statusCode()).isEqualTo(200);

            database.restart();

            assertThat(shop.getUntil(200, "/health/ready").statusCode()).isEqualTo(200);
        }
    }

    private static SpanData named(List<SpanData> spans, String name) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** H2 behind a TCP port of its own. */
    private static final class Database implements AutoCloseable {
        private Server server;

        private Database(Server server) {
            this.server = server;
        }

        static Database start() throws SQLException {
            return new Database(
                    Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start());
        }

        String url() {
            return "spring.datasource.url=jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:stock";
        }

        void stop() {
            server.stop();
        }

        void restart() throws SQLException {
            server = Server.createTcpServer("-tcpPort", Integer.toString(server.getPort()), "-ifNotExists")
                    .start();
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
