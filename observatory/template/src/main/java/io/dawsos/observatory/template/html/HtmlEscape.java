package io.dawsos.observatory.template.html;

import java.util.Locale;
import java.util.regex.Pattern;

/** Escapes for HTML's text and attributes. */
final class HtmlEscape {
    private static final Pattern TAG = Pattern.compile("<!--.*?(?:-->|$)|</?[a-zA-Z][^>]*(?:>|$)", Pattern.DOTALL);

    private HtmlEscape() {}

    static String text(String text) {
        return escaped(text, true, false);
    }

    /** For HTML that is put where tags mean nothing: what is escaped already stays so. */
    static String normalized(String html) {
        return escaped(html, false, false);
    }

    /** For HTML that is put into an attribute. */
    static String withoutTags(String html) {
        return TAG.matcher(html).replaceAll("");
    }

    /** For an attribute's value that is not in quotes. */
    static String unquoted(String text, boolean ampersands) {
        return text.isEmpty() ? Filter.REFUSED : escaped(text, ampersands, true);
    }

    private static String escaped(String text, boolean ampersands, boolean spaces) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> escaped.append("&#34;");
                case '\'' -> escaped.append("&#39;");
                case '+' -> escaped.append("&#43;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append(ampersands ? "&amp;" : "&");
                case '\0' -> escaped.append(spaces ? "&#xfffd;" : "\ufffd");
                case '\t', '\n', '\u000b', '\f', '\r', ' ', '=', '`' -> {
                    if (spaces) {
                        escaped.append("&#").append((int) c).append(';');
                    } else {
                        escaped.append(c);
                    }
                }
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** An attribute's name from data: only of letters and digits, and none that could run or load anything. */
    static String attributeName(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        boolean plain = !name.isEmpty()
                && AttributeKind.of(name) == AttributeKind.PLAIN
                && name.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
        return plain ? name : Filter.REFUSED;
    }
}
