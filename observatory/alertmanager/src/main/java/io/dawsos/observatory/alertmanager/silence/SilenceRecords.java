package io.dawsos.observatory.alertmanager.silence;

import io.dawsos.observatory.alertmanager.journal.CorruptRecordException;
import io.dawsos.observatory.alertmanager.journal.RecordInput;
import io.dawsos.observatory.alertmanager.journal.RecordKind;
import io.dawsos.observatory.alertmanager.journal.RecordOutput;
import io.dawsos.observatory.model.Matcher;
import java.util.ArrayList;
import java.util.List;

/** Silences as records of the journal. */
final class SilenceRecords {
    /** By what stands for them in the bytes. */
    private static final List<Matcher.Type> TYPES =
            List.of(Matcher.Type.EQUAL, Matcher.Type.NOT_EQUAL, Matcher.Type.REGEX, Matcher.Type.NOT_REGEX);

    private SilenceRecords() {}

    static RecordOutput silence(Silence silence, boolean hasFired) {
        RecordOutput out = new RecordOutput(RecordKind.SILENCE)
                .text(silence.id())
                .time(silence.startsAt())
                .time(silence.endsAt())
                .time(silence.updatedAt())
                .text(silence.createdBy())
                .text(silence.comment())
                .flag(silence.untilResolved())
                .flag(silence.tellWhenExpired())
                .flag(hasFired)
                .number(silence.matchers().size());
        for (Matcher matcher : silence.matchers()) {
            out.number(TYPES.indexOf(matcher.type())).text(matcher.name()).text(matcher.value());
        }
        return out;
    }

    static KnownSilence silence(RecordInput in) {
        String id = in.text();
        var start = in.time();
        var end = in.time();
        var updated = in.time();
        String createdBy = in.text();
        String comment = in.text();
        boolean untilResolved = in.flag();
        boolean tellWhenExpired = in.flag();
        boolean hasFired = in.flag();
        Silence silence =
                new Silence(id, matchers(in), start, end, updated, createdBy, comment, untilResolved, tellWhenExpired);
        return new KnownSilence(silence, hasFired);
    }

    private static List<Matcher> matchers(RecordInput in) {
        List<Matcher> matchers = new ArrayList<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            long type = in.number();
            if (type < 0 || type >= TYPES.size()) {
                throw new CorruptRecordException("a matcher of the unknown type " + type);
            }
            try {
                matchers.add(new Matcher(TYPES.get((int) type), in.text(), in.text()));
            } catch (IllegalArgumentException e) {
                throw new CorruptRecordException(String.valueOf(e.getMessage()));
            }
        }
        return matchers;
    }

    static RecordOutput gone(String id) {
        return new RecordOutput(RecordKind.SILENCE_GONE).text(id);
    }
}
