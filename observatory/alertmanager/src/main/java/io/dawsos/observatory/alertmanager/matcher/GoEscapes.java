package io.dawsos.observatory.alertmanager.matcher;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The inside of a Go string in double quotes. Its octal and {@code \x} escapes are bytes, which must make up UTF-8. */
final class GoEscapes {
    private static final String SIMPLE = "abfnrtv\\\"";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000b\\\"";

    private final String inside;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at;

    private GoEscapes(String inside) {
        this.inside = inside;
    }

    static String resolve(String inside) {
        if (inside.indexOf('\n') >= 0) {
            throw new MatcherException("a quoted string has no line breaks; write \\n");
        }
        return inside.indexOf('\\') < 0 ? inside : new GoEscapes(inside).resolve();
    }

    private String resolve() {
        while (at < inside.length()) {
            int backslash = inside.indexOf('\\', at);
            if (backslash < 0) {
                backslash = inside.length();
            }
            bytes.writeBytes(inside.substring(at, backslash).getBytes(StandardCharsets.UTF_8));
            at = backslash + 1;
            if (at < inside.length()) {
                escape(inside.charAt(at++));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MatcherException("the bytes of " + MatcherParser.shown(inside) + " are no UTF-8", e);
        }
    }

    private void escape(char c) {
        int simple = SIMPLE.indexOf(c);
        if (simple >= 0) {
            bytes.write(MEANT.charAt(simple));
            return;
        }
        switch (c) {
            case 'x' -> bytes.write(number(2, 16));
            case 'u' -> character(number(4, 16));
            case 'U' -> character(number(8, 16));
            case '0', '1', '2', '3' -> {
                at--;
                bytes.write(number(3, 8));
            }
            default -> throw new MatcherException("there is no escape \\" + c + "; a backslash is written \\\\");
        }
    }

    private int number(int digits, int radix) {
        long number = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < inside.length() ? Character.digit(inside.charAt(at++), radix) : -1;
            if (digit < 0) {
                throw new MatcherException(
                        "an escape in " + MatcherParser.shown(inside) + " wants " + digits + " digits");
            }
            number = number * radix + digit;
        }
        if (number > Character.MAX_CODE_POINT) {
            throw new MatcherException("there is no character of the number " + number);
        }
        return (int) number;
    }

    private void character(int c) {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            throw new MatcherException("half of a surrogate pair is no character");
        }
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
    }
}
