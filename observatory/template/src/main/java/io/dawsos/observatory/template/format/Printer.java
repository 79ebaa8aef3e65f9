package io.dawsos.observatory.template.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes values under directives, up to a limit. */
final class Printer {
    private static final int DEEPEST = 100;

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private final Supplier<? extends RuntimeException> tooLong;
    private int depth;

    Printer(int limit, Supplier<? extends RuntimeException> tooLong) {
        this.limit = limit;
        this.tooLong = tooLong;
    }

    String text() {
        return text.toString();
    }

    void write(String more) {
        if (text.length() + more.length() > limit) {
            throw tooLong.get();
        }
        text.append(more);
    }

    void value(@Nullable Object value, Directive directive) {
        if (directive.verb() == 'T') {
            write(directive.pad(GoType.name(value)));
            return;
        }
        switch (value) {
            case null -> nil(directive);
            case Boolean flag -> {
                if (directive.verb() == 't' || directive.verb() == 'v') {
                    write(directive.pad(flag.toString()));
                } else {
                    wrong(value, directive);
                }
            }
            case Long number -> number(value, IntegerText.of(number, directive), directive);
            case Double number -> number(value, FloatText.of(number, directive), directive);
            case String string -> string(value, string, directive);
            case GoTyped typed
            when typed.printsItself() && !directive.isSource() -> string(value, value.toString(), directive);
            case List<?> list -> list(list, directive);
            case Map<?, ?> map -> map(map, directive);
            default -> string(value, value.toString(), directive);
        }
    }

    private void nil(Directive directive) {
        write(directive.verb() == 'v' ? directive.pad("<nil>") : "%!" + directive.verbText() + "(<nil>)");
    }

    private void number(Object value, @Nullable String number, Directive directive) {
        if (number == null) {
            wrong(value, directive);
        } else {
            write(number);
        }
    }

    private void string(Object value, String string, Directive directive) {
        switch (directive.verb()) {
            case 'v' -> write(directive.pad(directive.isSource() ? GoQuote.quoted(string) : cut(string, directive)));
            case 's' -> write(directive.pad(cut(string, directive)));
            case 'q' -> write(directive.pad(quoted(cut(string, directive), directive)));
            case 'x' -> write(directive.pad(hexadecimal(string, directive, HexFormat.of())));
            case 'X' ->
                write(directive.pad(
                        hexadecimal(string, directive, HexFormat.of().withUpperCase())));
            default -> wrong(value, directive);
        }
    }

    private static String quoted(String string, Directive directive) {
        return directive.sharp() && GoQuote.fitsBackquotes(string)
                ? "`" + string + "`"
                : GoQuote.quoted(string, '"', directive.plus());
    }

    private static String cut(String string, Directive directive) {
        int length = string.codePointCount(0, string.length());
        return directive.precision() < 0 || directive.precision() >= length
                ? string
                : string.substring(0, string.offsetByCodePoints(0, directive.precision()));
    }

    private static String hexadecimal(String string, Directive directive, HexFormat format) {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        int length = directive.precision() < 0 ? bytes.length : Math.min(bytes.length, directive.precision());
        String prefix = directive.sharp() && length > 0 ? "0" + Character.toString(directive.verb()) : "";
        if (directive.space()) {
            return format.withDelimiter(" ").withPrefix(prefix).formatHex(bytes, 0, length);
        }
        return prefix + format.formatHex(bytes, 0, length);
    }

    private void list(List<?> list, Directive directive) {
        enter();
        boolean source = directive.isSource();
        write(source ? GoType.name(list) + "{" : "[");
        String separator = "";
        for (Object element : list) {
            write(separator);
            separator = source ? ", " : " ";
            value(element, directive);
        }
        write(source ? "}" : "]");
        depth--;
    }

    private void map(Map<?, ?> map, Directive directive) {
        enter();
        boolean source = directive.isSource();
        write(source ? GoType.name(map) + "{" : "map[");
        String separator = "";
        for (Map.Entry<?, ?> entry : new TreeMap<Object, @Nullable Object>(map).entrySet()) {
            write(separator);
            separator = source ? ", " : " ";
            value(entry.getKey(), directive);
            write(":");
            value(entry.getValue(), directive);
        }
        write(source ? "}" : "]");
        depth--;
    }

    /** Lists can hold lists as deep as a loop makes them. */
    private void enter() {
        if (++depth > DEEPEST) {
            throw tooLong.get();
        }
    }

    private void wrong(Object value, Directive directive) {
        write("%!" + directive.verbText() + "(" + GoType.name(value) + "=");
        value(value, directive.asValue());
        write(")");
    }
}
