package io.dawsos.observatory.alertmanager.log;

import io.dawsos.observatory.alertmanager.journal.RecordInput;
import io.dawsos.observatory.alertmanager.journal.RecordKind;
import io.dawsos.observatory.alertmanager.journal.RecordOutput;

/** The notification log as records of the journal. */
final class LogRecords {
    private LogRecords() {}

    private static RecordOutput key(RecordKind kind, LogKey key) {
        return new RecordOutput(kind)
                .text(key.groupKey())
                .text(key.receiver())
                .text(key.integration())
                .number(key.index());
    }

    static LogKey key(RecordInput in) {
        return new LogKey(in.text(), in.text(), in.text(), (int) in.number());
    }

    static RecordOutput sending(LogKey key) {
        return key(RecordKind.SENDING, key);
    }

    static RecordOutput notSent(LogKey key) {
        return key(RecordKind.NOT_SENT, key);
    }

    static RecordOutput sent(LogEntry entry) {
        return key(RecordKind.SENT, entry.key())
                .time(entry.at())
                .time(entry.expiresAt())
                .numbers(entry.firing())
                .numbers(entry.resolved());
    }

    static LogEntry sent(RecordInput in) {
        LogKey key = key(in);
        var at = in.time();
        var expires = in.time();
        return new LogEntry(key, at, in.numbers(), in.numbers(), expires);
    }
}
