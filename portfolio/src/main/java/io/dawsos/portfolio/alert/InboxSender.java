package io.dawsos.portfolio.alert;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts a message into its owner's inbox, once however often it is tried. */
final class InboxSender implements Sender {

    private final JdbcClient database;
    private final Clock clock;

    InboxSender(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void send(Claimed delivery) throws DeliveryFailure {
        try {
            database.sql("INSERT INTO notifications (notification_id, owner, told_at) VALUES (?, ?, ?)"
                            + " ON CONFLICT (notification_id) DO NOTHING")
                    .params(delivery.id(), delivery.owner(), clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataAccessException e) {
            throw DeliveryFailure.of(DeliveryError.OTHER, "the database did not take it");
        }
    }
}
