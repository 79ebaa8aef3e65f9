package io.dawsos.portfolio.alert;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads an alert from the columns in the order that {@link Alerts} and {@link Watched} ask for them. */
final class AlertRow {

    private AlertRow() {}

    static Alert read(ResultSet row) throws SQLException {
        ConditionForm condition = ConditionForm.stored(
                row.getString(4), row.getBigDecimal(5), (Integer) row.getObject(6), row.getString(7));
        return new Alert(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                condition.condition(),
                channels(row.getArray(11), row.getArray(12)),
                Duration.ofSeconds(row.getInt(8)),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                instant(row.getObject(10, OffsetDateTime.class)));
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static List<Channel> channels(Array methods, Array targets) throws SQLException {
        String[] method = (String[]) methods.getArray();
        String[] target = (String[]) targets.getArray();
        return IntStream.range(0, method.length)
                .mapToObj(i -> new Channel(Method.named(method[i]), target[i]))
                .toList();
    }
}
