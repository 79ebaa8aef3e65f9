package io.dawsos.portfolio.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dawsos.portfolio.demo.DemoMarket;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * A running market simulator, on this machine only. Each provider answers under its name: {@code /polygon}, {@code
 * /fmp}, {@code /fred}, {@code /news}; {@code /chaos} and {@code /market} tell it what to do, {@code /} shows how it is.
 */
public final class MarketSimulator implements AutoCloseable {

    private static final int MOST_STALLED = 256;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore stalls = new Semaphore(MOST_STALLED);
    private final SequencedMap<String, Chaos> chaos = new LinkedHashMap<>();
    private final Clock clock;

    private MarketSimulator(HttpServer server, SimulatedMarket market, Clock clock) {
        this.server = server;
        this.clock = clock;
        serve("polygon", new PolygonPages(market));
        serve("fmp", new FmpPages(market));
        serve("fred", new FredPages(market));
        serve("news", new NewsPages(market));
        ControlPages control = new ControlPages(chaos, market);
        tell("/chaos", control::chaos);
        tell("/market", control::market);
        tell("/", call -> call.path().isEmpty() ? control.state() : Page.text(404, "no such page\n"));
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Listens on the loopback address.
     *
     * @param port 0 takes a free one
     * @param clock tells the time of quotes and of what is set for a while
     */
    public static MarketSimulator start(int port, DemoMarket demo, Clock clock) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new MarketSimulator(HttpServer.create(address, 0), new SimulatedMarket(demo, clock), clock);
    }

    public static void main(String[] args) throws IOException {
        try {
            SimulatorSettings settings = SimulatorSettings.from(System.getenv());
            MarketSimulator simulator = start(settings.port(), DemoMarket.load(settings.lastDay()), Clock.systemUTC());
            System.out.println("market simulator at " + simulator.address());
        } catch (IllegalArgumentException e) {
            System.err.println("market simulator: " + e.getMessage());
            System.exit(2);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(String provider, ProviderPages pages) {
        Chaos its = new Chaos(clock);
        chaos.put(provider, its);
        server.createContext("/" + provider, exchange -> {
            try (exchange) {
                obey(its, pages, exchange);
            }
        });
    }

    private void tell(String path, Function<Call, Page> pages) {
        server.createContext(path, exchange -> {
            try (exchange) {
                write(exchange, pages.apply(Call.of(exchange)));
            }
        });
    }

    private void obey(Chaos its, ProviderPages pages, HttpExchange exchange) throws IOException {
        CountDownLatch changed = its.changed();
        Chaos.Orders orders = its.next();
        switch (orders.mode()) {
            case OK -> write(exchange, pages.answer(Call.of(exchange)));
            case FAIL -> write(exchange, Page.text(500, "told to fail\n"));
            case STALL -> stall(changed);
            case GARBAGE -> writeGarbage(exchange, orders.garbage(), pages.answer(Call.of(exchange)));
            case LIMIT -> {
                exchange.getResponseHeaders().set("Retry-After", retryAfter(orders));
                write(exchange, Page.text(429, "told to limit\n"));
            }
        }
    }

    private String retryAfter(Chaos.Orders orders) {
        return orders.asDate()
                ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.instant().plus(orders.retryAfter()).atZone(ZoneOffset.UTC))
                : Long.toString(orders.retryAfter().toSeconds());
    }

    /** Holds the request until something else is set; too many at once, and further ones are hung up on. */
    private void stall(CountDownLatch changed) {
        if (!stalls.tryAcquire()) {
            return;
        }
        try {
            changed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the simulator closes
        } finally {
            stalls.release();
        }
    }

    private static void writeGarbage(HttpExchange exchange, Garbage garbage, Page right) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", right.type());
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            garbage.write(right, out);
        }
    }

    private static void write(HttpExchange exchange, Page page) throws IOException {
        byte[] body = page.body();
        exchange.getResponseHeaders().set("Content-Type", page.type());
        exchange.sendResponseHeaders(page.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** How each provider behaves, and how often it was asked. */
    public Map<String, Map<String, Object>> state() {
        Map<String, Map<String, Object>> state = new LinkedHashMap<>();
        chaos.forEach((name, one) -> state.put(name, one.state()));
        return state;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
