package io.dawsos.portfolio.night;

/**
 * A moment at which a process writes to the database, and at which PostgreSQL can hold it: a trigger of the test's asks
 * for a lock that the test has. The service knows nothing of it.
 *
 * @see Seams
 */
enum Seam {
    /** The night's build is opened. */
    OPENING(7001, "pack_builds", "INSERT", "true"),
    /** The content is hashed, and the next step not begun. */
    HASH(7002, "pack_builds", "UPDATE", "OLD.step = 'hash' AND NEW.step = 'warming'"),
    /** The content is written, and not committed. */
    WARMING(7003, "pack_builds", "UPDATE", "OLD.pack_no IS NULL AND NEW.pack_no IS NOT NULL"),
    /** The pack is in the cache, and the next step not begun. */
    PREWARM(7004, "pack_builds", "UPDATE", "OLD.step = 'prewarm' AND NEW.step = 'reconciliation'"),
    /** The ledger is compared, and what was found not kept. */
    RECONCILIATION(7005, "reconciliations", "INSERT", "true"),
    /** The pack is about to be in use, and that is not committed. */
    FRESH(7006, "pricing_packs", "UPDATE", "OLD.status = 'warming' AND NEW.status = 'fresh'"),
    /** Alerts are evaluated, and what was found not committed. */
    ALERTS(7007, "alert_events", "INSERT", "true"),
    /** All is done, and the build not ended. */
    END(7008, "pack_builds", "UPDATE", "OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL");

    private final long lock;
    private final String table;
    private final String event;
    private final String when;

    Seam(long lock, String table, String event, String when) {
        this.lock = lock;
        this.table = table;
        this.event = event;
        this.when = when;
    }

    /** The advisory lock's number. */
    long lock() {
        return lock;
    }

    String trigger() {
        return "CREATE TRIGGER held_%s BEFORE %s ON %s FOR EACH ROW WHEN (%s) EXECUTE FUNCTION held(%d)"
                .formatted(name(), event, table, when, lock);
    }
}
