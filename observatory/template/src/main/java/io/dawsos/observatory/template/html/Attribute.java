package io.dawsos.observatory.template.html;

/** An attribute that is being written: its name, and how far its value has come. */
final class Attribute {
    /** Stands for the end of values that are in no quotes. */
    static final char UNQUOTED = ' ';

    private final String name;
    private final AttributeKind kind;
    private final CssContext style = new CssContext();
    private final ScriptContext script = new ScriptContext();
    private char quote = UNQUOTED;
    private UrlPart part = UrlPart.START;

    private Attribute(String name, AttributeKind kind) {
        this.name = name;
        this.kind = kind;
    }

    /** By a name of the template's text, or its beginning. */
    static Attribute named(String name) {
        return new Attribute(name, AttributeKind.of(name));
    }

    /** One whose name comes from data, which only plain ones may. */
    static Attribute ofData() {
        return new Attribute(Filter.REFUSED, AttributeKind.PLAIN);
    }

    String name() {
        return name;
    }

    /** The value begins. */
    void begin(char until) {
        quote = until;
    }

    /** What ends the value: a quote, or {@link #UNQUOTED}. */
    char quote() {
        return quote;
    }

    boolean holds(char c) {
        return quote == UNQUOTED ? !Character.isWhitespace(c) && c != '>' : c != quote;
    }

    /** Takes the template's text, in which references are decoded. */
    void follow(String text) {
        switch (kind) {
            case URL -> part = part.after(text);
            case STYLE -> style.text(text);
            case SCRIPT -> script.text(text);
            case PLAIN, SOURCE_SET, UNSAFE -> {}
        }
    }

    String escaped(Value value) {
        boolean plain = kind == AttributeKind.PLAIN || kind == AttributeKind.UNSAFE;
        boolean html = plain && value.kind() == SafeText.Kind.HTML;
        String text = html ? HtmlEscape.withoutTags(value.text()) : content(value);
        if (quote == UNQUOTED) {
            return HtmlEscape.unquoted(text, !html);
        }
        return html ? HtmlEscape.normalized(text) : HtmlEscape.text(text);
    }

    private String content(Value value) {
        return switch (kind) {
            case URL -> part.escaped(value);
            case SOURCE_SET -> UrlEscape.sourceSet(value.text());
            case STYLE -> style.escaped(value);
            case SCRIPT -> script.escaped(value);
            case PLAIN, UNSAFE -> value.text();
        };
    }
}
