package io.dawsos.observatory.server;

import io.dawsos.observatory.ingest.remote.QueueLimits;
import io.dawsos.observatory.ingest.remote.RemoteWriteClient;
import io.dawsos.observatory.ingest.remote.RemoteWriteConfig;
import io.dawsos.observatory.ingest.scrape.DroppedTarget;
import io.dawsos.observatory.ingest.scrape.Scraper;
import io.dawsos.observatory.ingest.scrape.TargetStatus;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.SeriesSink;
import io.dawsos.observatory.server.config.PrometheusConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What brings samples in by itself, and sends on what came in: scrapes, and {@code remote_write}. */
final class Ingestion implements AutoCloseable {
    private final Path queues;
    private final InstantSource clock;
    private final SwitchedSink sink;
    private final Map<String, RemoteWriteClient> clients = new HashMap<>();
    private Labels externalLabels = Labels.EMPTY;
    private Scraper scraper;

    /** @param queues the folder of what waits to be sent on */
    Ingestion(SeriesSink store, Path queues, InstantSource clock) {
        this.queues = queues;
        this.clock = clock;
        this.sink = new SwitchedSink(store);
        this.scraper = new Scraper(sink);
    }

    /** Where whatever comes in is to be written. */
    SeriesSink sink() {
        return sink;
    }

    /** @throws IOException when a queue cannot be opened; then the old configuration holds */
    synchronized void apply(PrometheusConfig config) throws IOException, InterruptedException {
        boolean sentOn = !clients.isEmpty();
        boolean renamed = !externalLabels.equals(config.global().externalLabels());
        externalLabels = config.global().externalLabels();
        replaceClients(config.remoteWrite(), renamed);
        sink.alsoTo(List.copyOf(clients.values()));
        if (sentOn == clients.isEmpty()) {
            // Scrapes know series by the store's numbers, which mean nothing to a receiver elsewhere, or the reverse.
            scraper.close();
            scraper = new Scraper(sink);
        }
        scraper.apply(config.scrapes());
    }

    /** Returns when each target was scraped, successfully or not, or after so long. */
    void awaitFirstScrapes(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < end
                && targets().stream().anyMatch(target -> target.lastScrape().equals(Instant.EPOCH))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void replaceClients(List<RemoteWriteConfig> configs, boolean renamed) throws IOException {
        Map<String, RemoteWriteConfig> wanted = new HashMap<>();
        configs.forEach(config -> wanted.put(config.name(), config));
        for (RemoteWriteClient client : List.copyOf(clients.values())) {
            if (renamed || !client.config().equals(wanted.get(client.config().name()))) {
                clients.remove(client.config().name());
                client.close();
            }
        }
        for (RemoteWriteConfig config : configs) {
            if (!clients.containsKey(config.name())) {
                clients.put(config.name(), open(config));
            }
        }
    }

    private RemoteWriteClient open(RemoteWriteConfig config) throws IOException {
        String folder = config.name().replaceAll("[^A-Za-z0-9_-]", "_");
        return RemoteWriteClient.open(config, externalLabels, queues.resolve(folder), QueueLimits.DEFAULT, clock);
    }

    synchronized List<RemoteWriteClient> clients() {
        return List.copyOf(clients.values());
    }

    synchronized List<TargetStatus> targets() {
        return scraper.targets();
    }

    synchronized List<DroppedTarget> droppedTargets() {
        return scraper.droppedTargets();
    }

    @Override
    public synchronized void close() throws IOException {
        scraper.close();
        for (RemoteWriteClient client : clients.values()) {
            client.close();
        }
    }
}
