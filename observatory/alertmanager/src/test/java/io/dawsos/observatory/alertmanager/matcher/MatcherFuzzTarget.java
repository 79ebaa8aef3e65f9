package io.dawsos.observatory.alertmanager.matcher;

import io.dawsos.observatory.model.Matcher;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What Jazzer feeds its inputs to: a text is refused, or read and printed and read again as the same. */
public final class MatcherFuzzTarget {
    private MatcherFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) {
        List<Matcher> matchers;
        try {
            matchers = MatcherParser.parseAll(new String(data, StandardCharsets.UTF_8));
        } catch (MatcherException e) {
            return;
        }
        String text = MatcherText.of(matchers);
        if (!MatcherParser.parseAll(text).equals(matchers)) {
            throw new IllegalStateException("read again as another: " + text);
        }
    }
}
