package io.dawsos.portfolio.pricing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The builds in the database. What a run writes is refused once the build was taken up by another. */
public final class PackBuilds {

    private static final String BUILDS = """
            SELECT b.build_id, b.pack_date, b.cause, b.asked_by, b.state, b.step, b.run, b.asked_at, b.began_at,
                   b.step_at, b.fresh_at, b.ended_at, b.pack_no, b.price_sources, b.reconciliation_id, b.error,
                   b.trace_parent, p.content_hash
              FROM pack_builds b LEFT JOIN pricing_packs p USING (pack_no)
            """;

    private final JdbcClient database;

    public PackBuilds(JdbcClient database) {
        this.database = database;
    }

    /**
     * The day's build that is under way, or else a new one that waits.
     *
     * @param askedBy null for the night's
     */
    UUID open(LocalDate date, @Nullable String askedBy, @Nullable String traceParent, Instant now) {
        database.sql("""
                        INSERT INTO pack_builds (build_id, pack_date, cause, asked_by, state, asked_at, trace_parent)
                        VALUES (?, ?, ?, ?, 'waiting', ?, ?) ON CONFLICT (pack_date) WHERE ended_at IS NULL DO NOTHING
                        """)
                .param(UUID.randomUUID())
                .param(date)
                .param(askedBy == null ? "night" : "asked")
                .param(4, askedBy, Types.VARCHAR)
                .param(at(now))
                .param(6, traceParent, Types.VARCHAR)
                .update();
        return database.sql("SELECT build_id FROM pack_builds WHERE pack_date = ? AND ended_at IS NULL")
                .param(date)
                .query(UUID.class)
                .single();
    }

    /** Takes a build up, from its start or where it was left; nothing when it has ended. */
    Optional<PackBuild> take(UUID id, Instant now) {
        int taken = database.sql("UPDATE pack_builds SET state = 'running', run = run + 1,"
                        + " began_at = coalesce(began_at, ?) WHERE build_id = ? AND ended_at IS NULL")
                .params(at(now), id)
                .update();
        return taken == 0 ? Optional.empty() : find(id);
    }

    public Optional<PackBuild> find(UUID id) {
        return database.sql(BUILDS + " WHERE b.build_id = ?")
                .param(id)
                .query(PackBuilds::read)
                .optional();
    }

    /** The newest first. */
    public List<PackBuild> newest(int limit) {
        return database.sql(BUILDS + " ORDER BY b.asked_at DESC, b.build_id LIMIT ?")
                .param(limit)
                .query(PackBuilds::read)
                .list();
    }

    void step(PackBuild build, BuildStep step, Instant now) {
        check(
                build,
                database.sql("UPDATE pack_builds SET step = ?, step_at = ? WHERE build_id = ? AND run = ?")
                        .params(step.text(), at(now), build.id(), build.run())
                        .update());
    }

    void keptContent(PackBuild build, PackRef pack, String priceSources) {
        check(
                build,
                database.sql("UPDATE pack_builds SET pack_no = ?, price_sources = ? WHERE build_id = ? AND run = ?")
                        .params(pack.number(), priceSources, build.id(), build.run())
                        .update());
    }

    void reconciled(PackBuild build, UUID reconciliation) {
        check(
                build,
                database.sql("UPDATE pack_builds SET reconciliation_id = ? WHERE build_id = ? AND run = ?")
                        .params(reconciliation, build.id(), build.run())
                        .update());
    }

    void fresh(PackBuild build, Instant now) {
        check(
                build,
                database.sql("UPDATE pack_builds SET fresh_at = ? WHERE build_id = ? AND run = ?")
                        .params(at(now), build.id(), build.run())
                        .update());
    }

    void end(PackBuild build, String state, @Nullable String error, Instant now) {
        check(
                build,
                database.sql("UPDATE pack_builds SET state = ?, error = ?, ended_at = ? WHERE build_id = ? AND run = ?")
                        .param(state)
                        .param(2, error, Types.VARCHAR)
                        .param(at(now))
                        .param(build.id())
                        .param(build.run())
                        .update());
    }

    private static void check(PackBuild build, int rows) {
        if (rows == 0) {
            throw new TakenOverException(build);
        }
    }

    /** How long the newest successful build took; nothing before the first. */
    Optional<Duration> lastDuration() {
        return database.sql("SELECT began_at, fresh_at FROM pack_builds WHERE fresh_at IS NOT NULL"
                        + " ORDER BY fresh_at DESC LIMIT 1")
                .query((row, _) -> Duration.between(instant(row, 1), instant(row, 2)))
                .optional();
    }

    /** When a build first made the day's pack fresh. */
    Optional<Instant> firstFresh(LocalDate day) {
        return database.sql("SELECT fresh_at FROM pack_builds WHERE pack_date = ? AND fresh_at IS NOT NULL"
                        + " ORDER BY fresh_at LIMIT 1")
                .param(day)
                .query((row, _) -> instant(row, 1))
                .optional();
    }

    private static PackBuild read(ResultSet row, int number) throws SQLException {
        LocalDate date = row.getObject("pack_date", LocalDate.class);
        String step = row.getString("step");
        String hash = row.getString("content_hash");
        return new PackBuild(
                row.getObject("build_id", UUID.class),
                date,
                row.getString("cause"),
                row.getString("asked_by"),
                row.getString("state"),
                step == null ? null : BuildStep.of(step),
                row.getInt("run"),
                instant(row, 8),
                time(row, 9),
                time(row, 10),
                time(row, 11),
                time(row, 12),
                hash == null ? null : new PackRef(row.getLong("pack_no"), PackRef.id(date), date, hash),
                row.getString("price_sources"),
                row.getObject("reconciliation_id", UUID.class),
                row.getString("error"),
                row.getString("trace_parent"));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant now) {
        return now.atOffset(ZoneOffset.UTC);
    }
}
