package io.dawsos.portfolio.alert;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Inboxes. Everyone has their own and sees no other, whatever their role. */
public final class Notifications {

    private static final String SELECT = """
            SELECT n.notification_id, e.message, n.told_at, n.read_at
              FROM notifications n
              JOIN alert_deliveries d ON d.delivery_id = n.notification_id
              JOIN alert_events e USING (event_id)
             WHERE n.owner = ?""";

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Notifications(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** The newest first, from the first one older than the given. */
    public List<Notification> page(Caller caller, boolean unreadOnly, @Nullable UUID after, int limit) {
        return database.sql(SELECT
                        + " AND (NOT ? OR n.read_at IS NULL) AND (?::uuid IS NULL OR (n.told_at, n.notification_id) <"
                        + " (SELECT m.told_at, m.notification_id FROM notifications m"
                        + " WHERE m.notification_id = ? AND m.owner = ?))"
                        + " ORDER BY n.told_at DESC, n.notification_id DESC LIMIT ?")
                .param(caller.userId())
                .param(unreadOnly)
                .param(3, after, Types.OTHER)
                .param(4, after, Types.OTHER)
                .param(caller.userId())
                .param(limit)
                .query(this::read)
                .list();
    }

    /**
     * Marks it as read; once read it stays read since then.
     *
     * @throws Refused when there is no such one in the caller's inbox
     */
    public Notification read(Caller caller, UUID id) {
        database.sql("UPDATE notifications SET read_at = coalesce(read_at, ?) WHERE notification_id = ? AND owner = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), id, caller.userId())
                .update();
        return database.sql(SELECT + " AND n.notification_id = ?")
                .params(caller.userId(), id)
                .query(this::read)
                .optional()
                .orElseThrow(
                        () -> Refused.unknown("unknown-notification", "there is no notification %s".formatted(id)));
    }

    private Notification read(ResultSet row, int number) throws SQLException {
        AlertMessage message = json.readValue(row.getString(2), AlertMessage.class);
        return new Notification(
                row.getObject(1, UUID.class),
                AlertText.subject(message),
                message,
                Objects.requireNonNull(row.getObject(3, OffsetDateTime.class)).toInstant(),
                AlertRow.instant(row.getObject(4, OffsetDateTime.class)));
    }
}
