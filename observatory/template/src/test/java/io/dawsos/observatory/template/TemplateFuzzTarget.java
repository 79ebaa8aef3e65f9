package io.dawsos.observatory.template;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * What Jazzer feeds its inputs to. Any text is parsed and executed, or refused with a place that lies in it. Anything
 * else that is thrown is a find.
 */
public final class TemplateFuzzTarget {
    private static final Limits LIMITS = new Limits(1 << 16, 1 << 16, 20_000);

    private TemplateFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        TemplateSet set = TemplateSet.builder()
                .missingKey(MissingKey.ZERO)
                .limits(LIMITS)
                .function("stringSlice", Collections::unmodifiableList)
                .build();
        Template template;
        try {
            template = set.parse("t", text);
        } catch (TemplateException e) {
            checkPlace(e, text);
            return;
        }
        execute(() -> template.text(GoldenData.data()));
        execute(() -> template.html(GoldenData.data()));
    }

    private static void execute(Runnable execution) {
        try {
            execution.run();
        } catch (TemplateException e) {
            if (e.problem().isEmpty()) {
                throw new IllegalStateException("says nothing", e);
            }
        }
    }

    private static void checkPlace(TemplateException e, String text) {
        List<String> lines = List.of(text.split("\n", -1));
        boolean within = e.line() >= 1
                && e.line() <= lines.size()
                && e.column() >= 1
                && e.column() <= lines.get(e.line() - 1).length() + 1;
        if (!within) {
            throw new IllegalStateException("outside of the text: " + e.getMessage(), e);
        }
    }
}
