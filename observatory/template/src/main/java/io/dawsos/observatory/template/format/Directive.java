package io.dawsos.observatory.template.format;

/** A verb of a format with its flags. Width and precision are -1 when they are not given. */
record Directive(
        int verb, boolean plus, boolean minus, boolean sharp, boolean space, boolean zero, int width, int precision) {
    /** What {@code print} does with a value. */
    static final Directive PLAIN = new Directive('v', false, false, false, false, false, -1, -1);

    /** The same flags for a value of a wrong kind. */
    Directive asValue() {
        return new Directive('v', plus, minus, sharp, space, zero, width, precision);
    }

    /** {@code %#v}: as Go source writes it. */
    boolean isSource() {
        return verb == 'v' && sharp;
    }

    /** A sign is shown before numbers that are not negative. {@code %+v} means something else. */
    boolean signed() {
        return plus && verb != 'v';
    }

    String verbText() {
        return Character.toString(verb);
    }

    /** A text at the width, with zeros before it if the directive says so. */
    String pad(String text) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (minus) {
            return text + " ".repeat(missing);
        }
        return (zero ? "0" : " ").repeat(missing) + text;
    }

    /** At the width, with spaces alone. */
    String padWithSpaces(String text) {
        return new Directive(verb, plus, minus, sharp, space, false, width, precision).pad(text);
    }
}
