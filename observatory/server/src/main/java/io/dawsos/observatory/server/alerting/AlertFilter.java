package io.dawsos.observatory.server.alerting;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.dawsos.observatory.alertmanager.AlertState;
import io.dawsos.observatory.alertmanager.AlertView;
import io.dawsos.observatory.alertmanager.matcher.MatcherException;
import io.dawsos.observatory.alertmanager.matcher.MatcherParser;
import io.dawsos.observatory.alertmanager.matcher.MatcherText;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import io.dawsos.observatory.server.http.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a request of the API wants.
 *
 * @param receiver one of an alert's receivers' names; null for any
 */
record AlertFilter(
        List<Matcher> matchers,
        boolean active,
        boolean silenced,
        boolean inhibited,
        boolean unprocessed,
        @Nullable Pattern receiver) {

    static AlertFilter of(Parameters parameters) {
        return new AlertFilter(
                matchers(parameters),
                flag(parameters, "active"),
                flag(parameters, "silenced"),
                flag(parameters, "inhibited"),
                flag(parameters, "unprocessed"),
                receiver(parameters.get("receiver")));
    }

    /** All {@code filter}s of a request together. */
    static List<Matcher> matchers(Parameters parameters) {
        try {
            return parameters.all("filter").stream()
                    .flatMap(text -> MatcherParser.parseAll(text).stream())
                    .toList();
        } catch (MatcherException e) {
            throw new Failure(FailureType.BAD_DATA, "bad matcher format: " + e.getMessage());
        }
    }

    private static boolean flag(Parameters parameters, String name) {
        return switch (parameters.get(name)) {
            case "", "true", "1", "t", "T", "TRUE", "True" -> true;
            case "false", "0", "f", "F", "FALSE", "False" -> false;
            default -> throw new Failure(FailureType.BAD_DATA, name + " in query must be of type boolean");
        };
    }

    private static @Nullable Pattern receiver(String text) {
        try {
            return text.isEmpty() ? null : Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new Failure(FailureType.BAD_DATA, "failed to parse receiver param: " + e.getDescription());
        }
    }

    boolean wants(AlertView view) {
        return wantsState(view)
                && view.receivers().stream().anyMatch(this::wantsReceiver)
                && MatcherText.allMatch(matchers, view.alert().labels());
    }

    private boolean wantsState(AlertView view) {
        return (active || view.state() != AlertState.ACTIVE)
                && (unprocessed || view.state() != AlertState.UNPROCESSED)
                && (silenced || view.silencedBy().isEmpty())
                && (inhibited || view.inhibitedBy().isEmpty());
    }

    boolean wantsReceiver(String name) {
        return receiver == null || receiver.matches(name);
    }
}
