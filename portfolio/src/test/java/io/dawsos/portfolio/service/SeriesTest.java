package io.dawsos.portfolio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.security.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final int REQUESTS = 10_000;

    private final Service service = Service.shared();

    @Test
    void requests_tenThousandIdsAndGarbagePaths_noSeriesMore() {
        Client user = service.as("many", Role.USER);
        oneOfEach(user);
        Set<String> before = series();
        Random random = new Random(42);

        for (int i = 0; i < REQUESTS; i++) {
            Client.Answer answer = user.get(
                    switch (i % 4) {
                        case 0 -> "/v1/portfolios/" + UUID.randomUUID();
                        case 1 -> "/v1/portfolios/" + UUID.randomUUID() + "/valuation";
                        case 2 -> "/" + garbage(random);
                        default -> "/v1/portfolios/" + garbage(random) + "/lots";
                    });
            assertThat(answer.status()).isEqualTo(404);
        }

        assertThat(series()).isEqualTo(before);
    }

    /** So that each series that there can be has been there before. */
    private static void oneOfEach(Client user) {
        user.get("/v1/portfolios/" + UUID.randomUUID());
        user.get("/v1/portfolios/" + UUID.randomUUID() + "/valuation");
        user.get("/v1/portfolios/x/lots");
        user.get("/nothing");
    }

    private static String garbage(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(24)];
        random.nextBytes(bytes);
        String text = URLEncoder.encode(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        // The firewall refuses encoded separators and control characters with 400: those are in another test.
        return "g" + text.replaceAll("%..|\\+|\\.", "x");
    }

    /** Names and labels of all series, of a page that anything can be on. */
    private Set<String> series() {
        Set<String> series = new TreeSet<>();
        service.asNobody()
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> series.add(line.substring(0, line.lastIndexOf(' '))));
        return series;
    }
}
