package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.config.ConfigException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What Jazzer feeds its inputs to. Any text is either read as a file of rule tests, whose series and expected samples are read
 * too, or refused with its place. Anything else that is thrown is a find.
 */
public final class TestFileFuzzTarget {
    private TestFileFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            RuleTestFile file = RuleTestFile.parse("tests.yml", Path.of("."), new String(data, StandardCharsets.UTF_8));
            file.tests().forEach(TestFileFuzzTarget::read);
        } catch (ConfigException e) {
            requirePlace(String.valueOf(e.getMessage()));
        }
    }

    private static void read(RuleTest test) {
        try {
            new InputFeed(test).until(test.start().plusSeconds(60).toEpochMilli(), new TestStore());
            test.exprChecks().forEach(ExpectedSamples::parse);
        } catch (RuleTestException e) {
            if (e.line() < 1) {
                throw new IllegalStateException("without a place: " + e.getMessage(), e);
            }
        }
    }

    private static void requirePlace(String message) {
        if (!message.startsWith("tests.yml:")) {
            throw new IllegalStateException("without a place: " + message);
        }
    }
}
