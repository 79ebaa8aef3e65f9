package io.dawsos.observatory.template;

import io.dawsos.observatory.template.format.GoFormat;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Writes values as Go prints them. */
final class PlainOutput implements Output {
    private final StringBuilder written = new StringBuilder();
    private final GoFormat format;
    private final int limit;

    PlainOutput(int limit) {
        this.limit = limit;
        this.format = new GoFormat(limit, () -> tooLong(limit));
    }

    static TemplateException tooLong(int limit) {
        return new TemplateException("the output is longer than " + limit + " characters");
    }

    @Override
    public void text(String text) {
        if (written.length() + text.length() > limit) {
            throw tooLong(limit);
        }
        written.append(text);
    }

    @Override
    public void value(@Nullable Object value) {
        text(value == null ? "<no value>" : format.print(Collections.singletonList(value)));
    }

    @Override
    public String finished() {
        return written.toString();
    }
}
