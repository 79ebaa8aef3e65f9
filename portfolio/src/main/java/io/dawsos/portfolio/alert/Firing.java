package io.dawsos.portfolio.alert;

import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was found: an event a cause, and with it, in the same transaction, the outbox rows that tell it. Replicas
 * that find the same take turns by the alerts' row locks; the second finds the event there. What the cooldown holds back
 * is found again by a later evaluation, if it is true then.
 */
final class Firing {

    private static final String FIRED = "fired";
    private static final String REPEATED = "repeated";
    private static final String COOLDOWN = "cooldown";

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Outbox outbox;
    private final Counter findings;

    Firing(JdbcClient database, TransactionOperations transactions, JsonMapper json, Outbox outbox, Metrics metrics) {
        this.database = database;
        this.transactions = transactions;
        this.json = json;
        this.outbox = outbox;
        this.findings = metrics.counter(
                "alert_findings_total",
                "Conditions found true, by what came of it: fired, told before, or held back by the cooldown.",
                Label.of("outcome", FIRED, REPEATED, COOLDOWN));
        Stream.of(FIRED, REPEATED, COOLDOWN).forEach(findings::init);
    }

    /**
     * One evaluation's moment.
     *
     * @param at when it was true
     * @param traceParent W3C, of the evaluation
     */
    record Occasion(
            Instant at,
            String packId,
            @Nullable String traceId,
            @Nullable String traceParent) {}

    private record State(
            @Nullable Instant trueSince, @Nullable Instant firedAt) {}

    /**
     * @param ended alerts that were true and are not any more
     * @return how many fired
     */
    int fire(List<Hit> hits, List<Watched> ended, Occasion occasion) {
        if (hits.isEmpty() && ended.isEmpty()) {
            return 0;
        }
        Outcome outcome = Objects.requireNonNull(transactions.execute(_ -> write(hits, ended, occasion)));
        findings.add(outcome.fired, FIRED);
        findings.add(outcome.repeated, REPEATED);
        findings.add(outcome.cooldown, COOLDOWN);
        return outcome.fired;
    }

    private record Outcome(int fired, int repeated, int cooldown) {}

    private Outcome write(List<Hit> hits, List<Watched> ended, Occasion occasion) {
        Map<UUID, State> states = lock(
                Stream.concat(hits.stream().map(Hit::watched), ended.stream()).toList());
        setTrueSince(ended.stream().filter(known(states)).toList(), null);
        List<Hit> lasting = hits.stream()
                .filter(hit -> hit.finding().referenceName() == null)
                .filter(hit -> isFalse(states.get(id(hit))))
                .toList();
        setTrueSince(lasting.stream().map(Hit::watched).toList(), occasion.at);
        List<Event> events = new ArrayList<>();
        int cooldown = 0;
        for (Hit hit : hits) {
            State state = states.get(id(hit));
            if (state == null) {
                continue; // deleted meanwhile
            }
            if (coolsDown(hit.watched().alert(), state, occasion.at)) {
                cooldown++;
            } else {
                events.add(event(hit, state, occasion));
            }
        }
        int fired = events.isEmpty() ? 0 : insert(events, occasion);
        return new Outcome(fired, events.size() - fired, cooldown);
    }

    private static Predicate<Watched> known(Map<UUID, State> states) {
        return watched -> states.containsKey(watched.alert().id());
    }

    private static boolean isFalse(@Nullable State before) {
        return before != null && before.trueSince == null;
    }

    private static UUID id(Hit hit) {
        return hit.watched().alert().id();
    }

    static boolean coolsDown(Alert alert, @Nullable Instant firedAt, Instant at) {
        return firedAt != null && at.isBefore(firedAt.plus(alert.cooldown()));
    }

    private static boolean coolsDown(Alert alert, State state, Instant at) {
        return coolsDown(alert, state.firedAt, at);
    }

    /** In the order of their ids, so that two evaluations never wait for each other. */
    private Map<UUID, State> lock(List<Watched> alerts) {
        Map<UUID, State> states = new HashMap<>();
        database.sql("SELECT alert_id, true_since, fired_at FROM alerts"
                        + " WHERE alert_id = ANY (?::uuid[]) AND deleted_at IS NULL ORDER BY alert_id FOR UPDATE")
                .param(ids(alerts))
                .query(row -> {
                    states.put(
                            row.getObject(1, UUID.class),
                            new State(
                                    AlertRow.instant(row.getObject(2, OffsetDateTime.class)),
                                    AlertRow.instant(row.getObject(3, OffsetDateTime.class))));
                });
        return states;
    }

    private void setTrueSince(List<Watched> alerts, @Nullable Instant at) {
        if (!alerts.isEmpty()) {
            database.sql("UPDATE alerts SET true_since = ? WHERE alert_id = ANY (?::uuid[])")
                    .param(1, at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param(ids(alerts))
                    .update();
        }
    }

    private static String[] ids(List<Watched> alerts) {
        return alerts.stream().map(watched -> watched.alert().id().toString()).toArray(String[]::new);
    }

    /** An event to be. */
    record Event(UUID id, Watched watched, String cause, String message) {}

    private Event event(Hit hit, State state, Occasion occasion) {
        UUID id = UUID.randomUUID();
        Instant since = state.trueSince == null ? occasion.at : state.trueSince;
        String cause = hit.finding().cause(since.toString());
        Watched watched = hit.watched();
        Alert alert = watched.alert();
        AlertMessage message = new AlertMessage(
                id,
                alert.id(),
                alert.name(),
                alert.portfolioId(),
                watched.portfolioName(),
                watched.currency(),
                ConditionForm.of(alert.condition()),
                hit.finding(),
                cause,
                occasion.at,
                occasion.packId,
                occasion.traceId);
        return new Event(id, watched, cause, json.writeValueAsString(message));
    }

    private int insert(List<Event> events, Occasion occasion) {
        Map<UUID, Event> byId = new HashMap<>();
        events.forEach(event -> byId.put(event.id, event));
        List<UUID> made = database.sql("""
                        INSERT INTO alert_events (event_id, alert_id, cause, true_at, message, trace_parent)
                        SELECT v.event_id, v.alert_id, v.cause, ?, v.message, ?
                          FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[])
                               AS v (event_id, alert_id, cause, message)
                        ON CONFLICT (alert_id, cause) DO NOTHING RETURNING event_id
                        """)
                .param(occasion.at.atOffset(ZoneOffset.UTC))
                .param(2, occasion.traceParent, Types.VARCHAR)
                .param(texts(events, event -> event.id.toString()))
                .param(texts(events, event -> event.watched.alert().id().toString()))
                .param(texts(events, Event::cause))
                .param(texts(events, Event::message))
                .query(UUID.class)
                .list();
        List<Event> fired = made.stream().map(byId::get).toList();
        outbox.add(fired, occasion.at);
        database.sql("UPDATE alerts SET fired_at = ? WHERE alert_id = ANY (?::uuid[])")
                .params(
                        occasion.at.atOffset(ZoneOffset.UTC),
                        ids(fired.stream().map(Event::watched).toList()))
                .update();
        return fired.size();
    }

    private static String[] texts(List<Event> events, Function<Event, String> part) {
        return events.stream().map(part).toArray(String[]::new);
    }
}
