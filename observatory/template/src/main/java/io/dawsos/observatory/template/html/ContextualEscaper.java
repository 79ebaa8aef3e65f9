package io.dawsos.observatory.template.html;

import io.dawsos.observatory.template.format.GoFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Follows the HTML that a template writes and escapes values for the place that was reached. Texts are the template's
 * own and trusted; comments in them are left out.
 */
public final class ContextualEscaper {
    private enum State {
        TEXT,
        COMMENT,
        /** In a tag, where an attribute may begin. */
        TAG,
        NAME,
        AFTER_NAME,
        BEFORE_VALUE,
        VALUE,
        /** In {@code title} and {@code textarea}, where tags are text. */
        PLAIN_ELEMENT,
        SCRIPT,
        STYLE
    }

    private static final List<String> SCRIPTS = List.of("javascript", "ecmascript", "json");

    private final GoFormat format;
    private State state = State.TEXT;
    private String element = "";
    private @Nullable Attribute attribute;
    private CssContext style = new CssContext();
    private ScriptContext script = new ScriptContext();

    public ContextualEscaper(GoFormat format) {
        this.format = format;
    }

    /** What to write for a text of the template. */
    public String text(String text) {
        StringBuilder written = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            at = switch (state) {
                case TEXT -> inText(text, at, written);
                case COMMENT -> inComment(text, at);
                case TAG -> inTag(text, at, written);
                case NAME -> inName(text, at, written);
                case AFTER_NAME -> afterName(text, at, written);
                case BEFORE_VALUE -> beforeValue(text, at, written);
                case VALUE -> inValue(text, at, written);
                case PLAIN_ELEMENT, SCRIPT, STYLE -> inElement(text, at, written);
            };
        }
        return written.toString();
    }

    private int inText(String text, int at, StringBuilder written) {
        int open = text.indexOf('<', at);
        written.append(text, at, open < 0 ? text.length() : open);
        if (open < 0) {
            return text.length();
        }
        if (text.startsWith("<!--", open)) {
            state = State.COMMENT;
            return open + 4;
        }
        int name = text.startsWith("</", open) ? open + 2 : open + 1;
        if (name < text.length() && isLetter(text.charAt(name))) {
            int end = end(text, name, ContextualEscaper::isNamePart);
            element = name == open + 1 ? text.substring(name, end).toLowerCase(Locale.ROOT) : "";
            written.append(text, open, end);
            state = State.TAG;
            return end;
        }
        written.append(text.startsWith("<!", open) ? "<" : "&lt;");
        return open + 1;
    }

    private int inComment(String text, int at) {
        int end = text.indexOf("-->", at);
        if (end < 0) {
            return text.length();
        }
        state = State.TEXT;
        return end + 3;
    }

    private int inTag(String text, int at, StringBuilder written) {
        char c = text.charAt(at);
        if (c == '>') {
            written.append(c);
            state = content();
            return at + 1;
        }
        if (Character.isWhitespace(c) || c == '/' || c == '"' || c == '\'' || c == '=' || c == '<') {
            written.append(c);
            return at + 1;
        }
        state = State.NAME;
        attribute = null;
        return at;
    }

    private State content() {
        style = new CssContext();
        script = new ScriptContext();
        return switch (element) {
            case "script" -> State.SCRIPT;
            case "style" -> State.STYLE;
            case "title", "textarea" -> State.PLAIN_ELEMENT;
            default -> State.TEXT;
        };
    }

    private int inName(String text, int at, StringBuilder written) {
        int end = end(text, at, c -> !Character.isWhitespace(c) && "=>/\"'<".indexOf(c) < 0);
        if (attribute == null) {
            attribute = Attribute.named(text.substring(at, end));
        }
        written.append(text, at, end);
        if (end < text.length()) {
            state = State.AFTER_NAME;
        }
        return end;
    }

    private int afterName(String text, int at, StringBuilder written) {
        char c = text.charAt(at);
        if (c == '=') {
            state = State.BEFORE_VALUE;
        } else if (!Character.isWhitespace(c)) {
            state = State.TAG;
            return at;
        }
        written.append(c);
        return at + 1;
    }

    private int beforeValue(String text, int at, StringBuilder written) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            written.append(c);
            return at + 1;
        }
        boolean quoted = c == '"' || c == '\'';
        begin(quoted ? c : Attribute.UNQUOTED);
        if (quoted) {
            written.append(c);
        }
        return quoted ? at + 1 : at;
    }

    private Attribute begin(char quote) {
        Attribute begun = attribute == null ? Attribute.ofData() : attribute;
        begun.begin(quote);
        attribute = begun;
        state = State.VALUE;
        return begun;
    }

    private int inValue(String text, int at, StringBuilder written) {
        Attribute of = attribute == null ? Attribute.ofData() : attribute;
        int end = end(text, at, of::holds);
        String piece = text.substring(at, end);
        written.append(piece);
        String decoded = Entities.decoded(piece);
        of.follow(decoded);
        scriptType(of, decoded);
        if (end == text.length()) {
            return end;
        }
        state = State.TAG;
        attribute = null;
        if (of.quote() == Attribute.UNQUOTED) {
            return end;
        }
        written.append(of.quote());
        return end + 1;
    }

    /** A script of another type than JavaScript's is text. */
    private void scriptType(Attribute of, String value) {
        if (!element.equals("script") || !of.name().equalsIgnoreCase("type")) {
            return;
        }
        String type = value.toLowerCase(Locale.ROOT).strip();
        boolean runs = SCRIPTS.stream().anyMatch(type::contains) || type.equals("module") || type.isEmpty();
        if (!runs) {
            element = "";
        }
    }

    private int inElement(String text, int at, StringBuilder written) {
        int close = closing(text, at);
        int end = close < 0 ? text.length() : close;
        String piece = text.substring(at, end);
        written.append(piece);
        if (state == State.SCRIPT) {
            script.text(piece);
        } else if (state == State.STYLE) {
            style.text(piece);
        }
        if (close >= 0) {
            state = State.TEXT;
        }
        return end;
    }

    private int closing(String text, int from) {
        for (int at = text.indexOf("</", from); at >= 0; at = text.indexOf("</", at + 2)) {
            if (text.regionMatches(true, at + 2, element, 0, element.length())) {
                return at;
            }
        }
        return -1;
    }

    /** What to write for a value. */
    public String value(@Nullable Object object) {
        Value value = Value.of(object, format);
        return switch (state) {
            case TEXT -> value.kind() == SafeText.Kind.HTML ? value.text() : HtmlEscape.text(value.text());
            case PLAIN_ELEMENT ->
                value.kind() == SafeText.Kind.HTML
                        ? HtmlEscape.normalized(value.text())
                        : HtmlEscape.text(value.text());
            case COMMENT -> "";
            case TAG, NAME, AFTER_NAME -> name(value);
            case BEFORE_VALUE -> begin(Attribute.UNQUOTED).escaped(value);
            case VALUE -> attribute == null ? "" : attribute.escaped(value);
            case SCRIPT -> script.escaped(value);
            case STYLE -> style.escaped(value);
        };
    }

    private String name(Value value) {
        if (value.kind() == SafeText.Kind.HTML_ATTRIBUTE) {
            return value.text();
        }
        if (state == State.TAG) {
            state = State.NAME;
            attribute = Attribute.ofData();
        }
        return HtmlEscape.attributeName(value.text());
    }

    /** What is still open, in words; null between tags, where a document may end. */
    public @Nullable String open() {
        return switch (state) {
            case TEXT -> null;
            case COMMENT -> "a comment";
            case TAG, NAME, AFTER_NAME, BEFORE_VALUE -> "a tag";
            case VALUE -> "the attribute " + (attribute == null ? "" : attribute.name());
            case PLAIN_ELEMENT, SCRIPT, STYLE -> "the element " + element;
        };
    }

    private interface Part {
        boolean holds(char c);
    }

    private static int end(String text, int from, Part part) {
        int end = from;
        while (end < text.length() && part.holds(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isNamePart(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-';
    }
}
