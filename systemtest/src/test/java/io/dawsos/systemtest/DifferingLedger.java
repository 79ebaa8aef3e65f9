package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Somebody books a withdrawal in the ledger of record that the service knows nothing of. */
record DifferingLedger(WatchedService service) implements Fault {

    @Override
    public String alert() {
        return "LedgerReconciliationFailure";
    }

    /** A build that the provider of rates still keeps waiting fails before it gets to the ledger. */
    @Override
    public Instant provoke() throws Exception {
        Files.writeString(seeded(), """
                2026-01-05 * "withdrawn, and told nobody"
                  Assets:%s:Cash  -100 USD
                  Income:Gains  100 USD
                """.formatted(WatchedService.PORTFOLIO));
        Instant[] asked = new Instant[1];
        await("a build that finds the difference")
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    asked[0] = Instant.now();
                    return service.build().path("error").asString("").contains("the ledger of record and this service");
                });
        return asked[0];
    }

    /** With that, the pack that is late can be built. */
    @Override
    public void undo() throws Exception {
        Files.delete(seeded());
        assertThat(service.build().path("state").asString()).isEqualTo("fresh");
    }

    private Path seeded() {
        return service.ledger().resolve("seeded.beancount");
    }

    @Override
    public String toString() {
        return alert();
    }
}
