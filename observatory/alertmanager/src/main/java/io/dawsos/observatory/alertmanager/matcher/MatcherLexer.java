package io.dawsos.observatory.alertmanager.matcher;

import io.dawsos.observatory.alertmanager.matcher.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Cuts a text of the UTF-8 language into tokens, one ahead. */
final class MatcherLexer {
    private static final String RESERVED = "{}!=~,\\\"'`";

    private final String text;
    private int at;
    private @Nullable Token ahead;

    MatcherLexer(String text) {
        this.text = text;
    }

    /** Whether a character cannot stand in a word without quotes. */
    static boolean isReserved(int c) {
        return isSpace(c) || RESERVED.indexOf(c) >= 0;
    }

    /** As Go's unicode.IsSpace. */
    private static boolean isSpace(int c) {
        return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 || Character.isSpaceChar(c);
    }

    Token peek() {
        if (ahead == null) {
            ahead = scan();
        }
        return ahead;
    }

    Token next() {
        Token token = peek();
        ahead = null;
        return token;
    }

    boolean accept(Kind kind) {
        boolean there = peek().kind() == kind;
        if (there) {
            next();
        }
        return there;
    }

    void expect(Kind kind, String wanted) {
        Token token = next();
        if (token.kind() != kind) {
            throw unexpected(token, wanted);
        }
    }

    Token expectWord(String wanted) {
        Token token = next();
        if (token.kind() != Kind.WORD) {
            throw unexpected(token, wanted);
        }
        return token;
    }

    MatcherException unexpected(Token token, String wanted) {
        String got = token.kind() == Kind.END ? "the end" : MatcherParser.shown(token.text());
        return new MatcherException("column " + (token.at() + 1) + ": wanted " + wanted + ", got " + got + ", in "
                + MatcherParser.shown(text));
    }

    private Token scan() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Kind.END, "", at);
        }
        return switch (text.charAt(at)) {
            case '{' -> sign(Kind.OPEN, 1);
            case '}' -> sign(Kind.CLOSE, 1);
            case ',' -> sign(Kind.COMMA, 1);
            case '=' -> followedBy('~') ? sign(Kind.REGEX, 2) : sign(Kind.EQUAL, 1);
            case '!' -> not();
            case '"' -> quoted();
            default -> word();
        };
    }

    private Token sign(Kind kind, int length) {
        Token token = new Token(kind, text.substring(at, at + length), at);
        at += length;
        return token;
    }

    private boolean followedBy(char c) {
        return at + 1 < text.length() && text.charAt(at + 1) == c;
    }

    private Token not() {
        if (followedBy('=')) {
            return sign(Kind.NOT_EQUAL, 2);
        }
        if (followedBy('~')) {
            return sign(Kind.NOT_REGEX, 2);
        }
        throw unexpected(new Token(Kind.WORD, "!", at), "!= or !~");
    }

    private Token quoted() {
        int start = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new MatcherException(
                    "column " + (start + 1) + ": a quoted string ends with \", in " + MatcherParser.shown(text));
        }
        String inside = text.substring(start + 1, at++);
        try {
            return new Token(Kind.WORD, GoEscapes.resolve(inside), start);
        } catch (MatcherException e) {
            throw new MatcherException("column " + (start + 1) + ": " + e.getMessage(), e);
        }
    }

    private Token word() {
        int start = at;
        while (at < text.length() && !isReserved(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw unexpected(
                    new Token(Kind.WORD, text.substring(at, at + 1), at), "a name, or a value in double quotes");
        }
        return new Token(Kind.WORD, text.substring(start, at), start);
    }
}
