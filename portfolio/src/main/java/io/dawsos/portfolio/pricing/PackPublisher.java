package io.dawsos.portfolio.pricing;

import io.dawsos.portfolio.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes pricing packs. The same content of the same day again is the same pack; other content makes a new pack that
 * supersedes the one before, and both are kept, so that a valuation of before can be told again.
 */
public final class PackPublisher {

    private final JdbcClient database;
    private final TransactionOperations transactions;

    public PackPublisher(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * Keeps the content as a pack that is not in use yet, all of it or nothing. One with this content that is there
     * already, in use or not, is taken instead.
     *
     * @throws Refused when a price is of a security that is not known
     */
    public PackRef prepare(LocalDate date, PackContent content) {
        String hash = content.hash();
        return locked(() -> current(date)
                .filter(pack -> pack.hash().equals(hash))
                .or(() -> waitingAgain(date, hash))
                .orElseGet(() -> {
                    PackRef made = insert(date, hash);
                    content.prices().forEach((symbol, price) -> insertPrice(made, symbol, price));
                    insertRates(made, content.rates());
                    return made;
                }));
    }

    /** Takes a pack into use in place of the day's one before. Of one that is in use nothing changes. */
    public void release(PackRef pack, Instant at) {
        locked(() -> {
            Optional<PackRef> current = current(pack.date());
            if (current.filter(old -> old.number() == pack.number()).isPresent()) {
                return pack;
            }
            current.ifPresent(old -> supersede(old, pack));
            database.sql("UPDATE pricing_packs SET status = 'fresh', built_at = ? WHERE pack_no = ?")
                    .params(at.atOffset(ZoneOffset.UTC), pack.number())
                    .update();
            return pack;
        });
    }

    /** A pack that is not in use never will be, unless it is prepared again. */
    public void reject(PackRef pack) {
        database.sql("UPDATE pricing_packs SET status = 'error' WHERE pack_no = ? AND status = 'warming'")
                .param(pack.number())
                .update();
    }

    private PackRef locked(Supplier<PackRef> body) {
        return transactions.execute(transaction -> {
            database.sql("SELECT pg_advisory_xact_lock(hashtext('pricing_packs'))")
                    .query()
                    .listOfRows();
            return body.get();
        });
    }

    private Optional<PackRef> waitingAgain(LocalDate date, String hash) {
        return database.sql("UPDATE pricing_packs SET status = 'warming' WHERE pack_no = (SELECT max(pack_no)"
                        + " FROM pricing_packs WHERE pack_date = ? AND content_hash = ? AND status <> 'fresh')"
                        + " RETURNING pack_no")
                .params(date, hash)
                .query(Long.class)
                .optional()
                .map(number -> new PackRef(number, PackRef.id(date), date, hash));
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
