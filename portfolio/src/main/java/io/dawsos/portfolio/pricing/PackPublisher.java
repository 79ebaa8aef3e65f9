package io.dawsos.portfolio.pricing;

import io.dawsos.portfolio.Refused;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Histogram;
import io.dawsos.telemetry.metrics.Metrics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes pricing packs. The same content of the same day again changes nothing; other content makes a new pack that
 * supersedes the one before, and both are kept, so that a valuation of before can be told again.
 */
public final class PackPublisher {

    private static final double[] SECONDS = {60, 300, 600, 900, 1200};

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Histogram seconds;
    private final Counter successes;
    private final Counter failures;

    public PackPublisher(JdbcClient database, TransactionOperations transactions, Telemetry telemetry) {
        Metrics metrics = telemetry.metrics();
        this.database = database;
        this.transactions = transactions;
        this.seconds = metrics.histogram(
                        "pricing_pack_build_duration_seconds", "How long it took to build a pricing pack.", SECONDS)
                .init();
        this.successes = metrics.counter("pricing_pack_build_success_total", "Pricing packs built.")
                .init();
        this.failures = metrics.counter("pricing_pack_build_failures_total", "Pricing packs that failed to build.")
                .init();
    }

    /**
     * All or nothing, in one transaction.
     *
     * @return the pack that is current now
     * @throws Refused when a price is of a security that is not known
     */
    public PackRef publish(LocalDate date, PackContent content) {
        long began = System.nanoTime();
        Counter outcome = failures;
        try {
            PackRef current = write(date, content);
            outcome = successes;
            return current;
        } finally {
            outcome.inc();
            seconds.observe((System.nanoTime() - began) / 1e9);
        }
    }

    private PackRef write(LocalDate date, PackContent content) {
        String hash = content.hash();
        return transactions.execute(transaction -> {
            database.sql("SELECT pg_advisory_xact_lock(hashtext('pricing_packs'))")
                    .query()
                    .listOfRows();
            Optional<PackRef> current = current(date);
            return current.filter(pack -> pack.hash().equals(hash)).orElseGet(() -> {
                PackRef made = insert(date, hash);
                content.prices().forEach((symbol, price) -> insertPrice(made, symbol, price));
                insertRates(made, content.rates());
                current.ifPresent(old -> supersede(old, made));
                database.sql("UPDATE pricing_packs SET status = 'fresh' WHERE pack_no = ?")
                        .param(made.number())
                        .update();
                return made;
            });
        });
    }

    private Optional<PackRef> current(LocalDate date) {
        return database.sql("SELECT pack_no, content_hash FROM pricing_packs"
                        + " WHERE pack_date = ? AND status = 'fresh' AND superseded_by IS NULL")
                .param(date)
                .query((row, number) -> new PackRef(row.getLong(1), PackRef.id(date), date, row.getString(2)))
                .optional();
    }

    private PackRef insert(LocalDate date, String hash) {
        long number = database.sql("INSERT INTO pricing_packs (pack_id, pack_date, status, content_hash)"
                        + " VALUES (?, ?, 'warming', ?) RETURNING pack_no")
                .params(PackRef.id(date), date, hash)
                .query(Long.class)
                .single();
        return new PackRef(number, PackRef.id(date), date, hash);
    }

    private void insertPrice(PackRef pack, String symbol, BigDecimal price) {
        int rows = database.sql("INSERT INTO prices (pack_no, security_no, price)"
                        + " SELECT ?, security_no, ? FROM securities WHERE symbol = ?")
                .params(pack.number(), price, symbol)
                .update();
        if (rows == 0) {
            throw Refused.invalid(
                    "unknown-security", "%s prices %s, which is no security".formatted(pack.id(), symbol));
        }
    }

    private void insertRates(PackRef pack, Map<String, BigDecimal> rates) {
        rates.forEach((currency, usd) -> database.sql("INSERT INTO fx_rates (pack_no, currency, usd) VALUES (?, ?, ?)")
                .params(pack.number(), currency, usd)
                .update());
    }

    private void supersede(PackRef old, PackRef by) {
        database.sql("UPDATE pricing_packs SET superseded_by = ? WHERE pack_no = ?")
                .params(by.number(), old.number())
                .update();
    }
}
