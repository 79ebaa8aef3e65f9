package io.dawsos.observatory.template.html;

import io.dawsos.observatory.template.format.GoTyped;

/**
 * Text that its maker vouches for: HTML mode writes it as it is where its kind fits. Everywhere else it is a string.
 *
 * @param kind what it is safe as
 */
public record SafeText(Kind kind, String text) implements CharSequence, GoTyped {
    /** What a text is safe as. */
    public enum Kind {
        HTML,
        /** An attribute with its value, as {@code dir="ltr"}. */
        HTML_ATTRIBUTE,
        URL,
        JAVASCRIPT,
        CSS
    }

    /** Fragments of HTML. */
    public static SafeText html(String text) {
        return new SafeText(Kind.HTML, text);
    }

    /** An address whose scheme is trusted. */
    public static SafeText url(String text) {
        return new SafeText(Kind.URL, text);
    }

    @Override
    public String typeName() {
        return switch (kind) {
            case HTML -> "template.HTML";
            case HTML_ATTRIBUTE -> "template.HTMLAttr";
            case URL -> "template.URL";
            case JAVASCRIPT -> "template.JS";
            case CSS -> "template.CSS";
        };
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
