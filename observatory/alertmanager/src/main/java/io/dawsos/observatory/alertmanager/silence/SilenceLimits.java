package io.dawsos.observatory.alertmanager.silence;

import io.dawsos.observatory.alertmanager.silence.SilenceException.Reason;
import io.dawsos.observatory.model.Matcher;
import java.time.Duration;

/**
 * What silences may be.
 *
 * @param silences how many are kept, expired ones within the retention among them
 * @param bytes how long the texts of one are together, in UTF-16 units
 * @param retention how long an expired one is kept
 */
public record SilenceLimits(int silences, int bytes, Duration retention) {
    public static final SilenceLimits DEFAULT = new SilenceLimits(20_000, 64 << 10, Duration.ofDays(5));

    /** @throws SilenceException when it is none */
    void check(Silence silence) {
        if (silence.matchers().isEmpty()) {
            throw invalid("a silence wants at least one matcher, got none");
        }
        if (silence.matchers().stream().anyMatch(matcher -> matcher.name().isEmpty())) {
            throw invalid("a silence's matcher wants the name of a label, got none");
        }
        if (silence.matchers().stream().allMatch(Matcher::matchesEmpty)) {
            throw invalid("a silence wants a matcher that does not match the empty value, got " + silence.matchers()
                    + "; it would be quiet about every alert");
        }
        if (!silence.startsAt().isBefore(silence.endsAt())) {
            throw invalid("a silence wants to end after its start, got startsAt " + silence.startsAt() + " and endsAt "
                    + silence.endsAt());
        }
        int size = silence.createdBy().length() + silence.comment().length();
        for (Matcher matcher : silence.matchers()) {
            size += matcher.name().length() + matcher.value().length();
        }
        if (size > bytes) {
            throw new SilenceException(
                    Reason.LIMIT, "a silence wants at most " + bytes + " characters in its texts, got " + size);
        }
    }

    static SilenceException invalid(String message) {
        return new SilenceException(Reason.INVALID, message);
    }
}
