package io.dawsos.observatory.template;

import io.dawsos.observatory.template.format.GoFormat;
import io.dawsos.observatory.template.html.ContextualEscaper;
import io.dawsos.observatory.template.html.UnsafePlaceException;
import org.jspecify.annotations.Nullable;

/** Writes HTML, in which values are escaped for where they stand. */
final class HtmlOutput implements Output {
    private final String name;
    private final PlainOutput written;
    private final ContextualEscaper escaper;

    HtmlOutput(String name, int limit) {
        this.name = name;
        this.written = new PlainOutput(limit);
        this.escaper = new ContextualEscaper(new GoFormat(limit, () -> PlainOutput.tooLong(limit)));
    }

    @Override
    public void text(String text) {
        written.text(escaper.text(text));
    }

    @Override
    public void value(@Nullable Object value) {
        try {
            written.text(escaper.value(value));
        } catch (UnsafePlaceException e) {
            TemplateException problem = new TemplateException(String.valueOf(e.getMessage()));
            problem.initCause(e);
            throw problem;
        }
    }

    @Override
    public String finished() {
        String open = escaper.open();
        if (open != null) {
            throw new TemplateException("the HTML ends within " + open + "; close it", new Place(name, 1, 1));
        }
        return written.finished();
    }
}
