package io.dawsos.observatory.template.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the directives of a format, and with them the arguments that give widths and precisions. */
final class DirectiveReader {
    /** Beyond it a width or precision is refused, as Go does. */
    private static final int WIDEST = 1_000_000;

    private final String format;
    private final List<@Nullable Object> arguments;
    private final StringBuilder problems = new StringBuilder();
    private int position;
    private int argument;
    private boolean reordered;
    private boolean goodIndex;

    DirectiveReader(String format, List<@Nullable Object> arguments) {
        this.format = format;
        this.arguments = arguments;
    }

    boolean atEnd() {
        return position >= format.length();
    }

    /** The text before the next directive. */
    String literal() {
        int percent = format.indexOf('%', position);
        int end = percent < 0 ? format.length() : percent;
        String literal = format.substring(position, end);
        position = end;
        return literal;
    }

    /** The directive that begins here; null when the format ends before its verb does. */
    @Nullable
    Directive next() {
        position++;
        goodIndex = true;
        boolean plus = false;
        boolean minus = false;
        boolean sharp = false;
        boolean space = false;
        boolean zero = false;
        while (!atEnd() && "+-# 0".indexOf(format.charAt(position)) >= 0) {
            char flag = format.charAt(position++);
            plus |= flag == '+';
            minus |= flag == '-';
            sharp |= flag == '#';
            space |= flag == ' ';
            zero |= flag == '0';
        }
        index();
        int width = size("%!(BADWIDTH)");
        if (width < -1) {
            minus = true;
            width = -width;
        }
        int precision = precision();
        index();
        if (atEnd()) {
            return null;
        }
        int verb = format.codePointAt(position);
        position += Character.charCount(verb);
        return new Directive(verb, plus, minus, sharp, space, zero && !minus, width, precision);
    }

    /** What was wrong with widths and precisions since it was last asked. */
    String problems() {
        String text = problems.toString();
        problems.setLength(0);
        return text;
    }

    boolean goodIndex() {
        return goodIndex;
    }

    boolean hasArgument() {
        return argument < arguments.size();
    }

    @Nullable
    Object argument() {
        return arguments.get(argument++);
    }

    /** The arguments that no directive has taken; none when any was taken by its number. */
    List<@Nullable Object> left() {
        return reordered || argument >= arguments.size() ? List.of() : arguments.subList(argument, arguments.size());
    }

    private int precision() {
        if (atEnd() || format.charAt(position) != '.') {
            return -1;
        }
        position++;
        index();
        int precision = size("%!(BADPREC)");
        if (precision < -1) {
            problems.append("%!(BADPREC)");
            return -1;
        }
        return Math.max(precision, 0);
    }

    /** A number, or an argument's for a star; -1 when there is neither. */
    private int size(String problem) {
        if (!atEnd() && format.charAt(position) == '*') {
            position++;
            Object size = hasArgument() ? argument() : null;
            if (size instanceof Long number && Math.abs(number) <= WIDEST) {
                return number == -1 ? -2 : number.intValue();
            }
            problems.append(problem);
            return -1;
        }
        int start = position;
        int value = 0;
        while (!atEnd() && Character.isDigit(format.charAt(position)) && value <= WIDEST) {
            value = 10 * value + Character.digit(format.charAt(position++), 10);
        }
        return start == position || value > WIDEST ? -1 : value;
    }

    /** {@code [2]}: the number, from 1, of the argument that is taken next. */
    private void index() {
        if (atEnd() || format.charAt(position) != '[') {
            return;
        }
        reordered = true;
        int end = format.indexOf(']', position);
        String digits = end < 0 ? "" : format.substring(position + 1, end);
        position = end < 0 ? position + 1 : end + 1;
        if (digits.matches("[0-9]{1,6}")
                && Integer.parseInt(digits) >= 1
                && Integer.parseInt(digits) <= arguments.size()) {
            argument = Integer.parseInt(digits) - 1;
        } else {
            goodIndex = false;
        }
    }
}
