package io.dawsos.observatory.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad targets beside a good one: each fails with its reason, and the good one does not feel it. */
class BadTargetsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MemorySink sink = new MemorySink();

    private static String jobs(Map<String, Exposer> targets, String settings) {
        return "global: {scrape_interval: 500ms, scrape_timeout: 400ms}\nscrape_configs:\n"
                + targets.entrySet().stream()
                        .map(target -> "- {job_name: " + target.getKey() + ", static_configs: [{targets: ['"
                                + target.getValue().address() + "']}]" + settings + "}\n")
                        .collect(Collectors.joining());
    }

    private String error(Scraper scraper, String job) {
        return scraper.targets().stream()
                .filter(target -> target.scrapePool().equals(job))
                .map(TargetStatus::lastError)
                .findFirst()
                .orElse("");
    }

    private void awaitError(Scraper scraper, String job, String part) {
        await().atMost(PATIENCE).until(() -> error(scraper, job).contains(part));
    }

    @Test
    void badTargets_ofEachKind_costOnlyThemselves() throws Exception {
        try (Exposer good = new Exposer().says("fine 1\n");
                Exposer slow = new Exposer().stalls();
                Exposer endless = new Exposer().isEndless();
                Exposer garbage = new Exposer().says("\u0000\u0001 { garbage");
                Exposer round = new Exposer().answers(exchange -> {
                    exchange.getResponseHeaders().set("Location", "/again");
                    exchange.sendResponseHeaders(302, -1);
                });
                Exposer bomb = bomb();
                Scraper scraper = new Scraper(sink, ScrapeClock.system(), 1 << 20)) {
            scraper.apply(Jobs.configs(jobs(
                    Map.of(
                            "good", good, "slow", slow, "endless", endless, "garbage", garbage, "round", round, "bomb",
                            bomb),
                    "")));

            awaitError(scraper, "slow", "no complete answer within the scrape timeout of 400ms");
            awaitError(scraper, "endless", "the body is longer than 1MiB");
            awaitError(scraper, "garbage", "line 1, column 1");
            awaitError(scraper, "round", "stopped after 10 redirects");
            awaitError(scraper, "bomb", "the body is longer than 1MiB");
            int before = sink.samples("fine").size();
            await().atMost(PATIENCE).until(() -> sink.samples("fine").size() >= before + 3);
            assertThat(error(scraper, "good")).isEmpty();
            assertThat(sink.labels("endless")).isEmpty();
        }
    }

    /** Few bytes that unpack to very many. */
    private static Exposer bomb() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
        }
        return new Exposer().answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            packed.writeTo(exchange.getResponseBody());
        });
    }

    @Test
    void manySeries_areReadNoFurtherThanTheLimit() throws Exception {
        String body = IntStream.range(0, 20_000)
                .mapToObj(i -> "many{number=\"" + i + "\"} 1\n")
                .collect(Collectors.joining());
        try (Exposer many = new Exposer().says(body)) {
            TargetScrape scrape = new TargetScrape(sink, Jobs.settings(many.address(), "sample_limit: 1000"));
            scrape.scrape(Instant.EPOCH.plusSeconds(60));

            assertThat(scrape.status().lastError()).contains("more samples than sample_limit, which is 1000");
            assertThat(sink.labels("many")).isEmpty();
            assertThat(sink.last("scrape_samples_scraped")).isEqualTo(1001);
        }
    }

    @Test
    void certificate_expired_isNotBelieved(@TempDir Path folder) throws Exception {
        KeyStore store = expired(folder);
        byte[] certificate = store.getCertificate("a").getEncoded();
        Path authority = Files.writeString(
                folder.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n");
        try (Exposer expired = new Exposer(context(store)).says("a 1\n")) {
            TargetScrape scrape = new TargetScrape(
                    sink,
                    Jobs.settings(expired.address(), "scheme: https, tls_config: {ca_file: '" + authority + "'}"));
            scrape.scrape(Instant.EPOCH.plusSeconds(60));

            assertThat(sink.last("up")).isZero();
            assertThat(scrape.status().lastError()).contains("the certificate is good from 2020-01-01");
        }
    }

    private static SSLContext context(KeyStore store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore expired(Path folder) throws Exception {
        Path file = folder.resolve("store");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=expired",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-startdate",
                        "2020/01/01 12:00:00",
                        "-validity",
                        "1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
    }

    @Test
    void nobodyThere_isSaid() throws Exception {
        Exposer gone = new Exposer();
        gone.close();
        TargetScrape scrape = new TargetScrape(sink, Jobs.settings(gone.address(), ""));
        scrape.scrape(Instant.EPOCH.plusSeconds(60));

        assertThat(scrape.status().lastError()).isNotEmpty().doesNotContain("null");
    }
}
