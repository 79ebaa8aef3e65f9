package io.dawsos.observatory.rules.check;

import io.dawsos.observatory.config.ConfigException;
import java.nio.charset.StandardCharsets;

/**
 * What Jazzer feeds its inputs to. Any text is laid out, and stays so when it is laid out again, or is refused with its place.
 * Anything else that is thrown is a find.
 */
public final class RuleFormatFuzzTarget {
    private RuleFormatFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        String formatted;
        try {
            formatted = RuleFormat.format("rules.yml", text).text();
        } catch (ConfigException | IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.startsWith("rules.yml:") || message.contains(RuleFormat.UNKNOWN_NOTATION)) {
                throw new IllegalStateException(message, e);
            }
            return;
        }
        String again = RuleFormat.format("rules.yml", formatted).text();
        if (!again.equals(formatted)) {
            throw new IllegalStateException("laid out again as another:\n" + formatted + "\nand\n" + again);
        }
    }
}
