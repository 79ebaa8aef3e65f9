package io.dawsos.observatory.promql.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a query into tokens. What a colon and a word mean depends on where they stand: in braces every word is a label,
 * in brackets a colon divides a subquery's range from its step, elsewhere it is a letter of a metric's name.
 */
final class Lexer {
    private static final TokenType[] SYMBOLS = {
        TokenType.EQL, TokenType.NEQ, TokenType.REGEX, TokenType.NOT_REGEX, TokenType.LTE, TokenType.GTE,
        TokenType.TRIM_UPPER, TokenType.TRIM_LOWER, TokenType.LSS, TokenType.GTR, TokenType.ASSIGN,
        TokenType.LEFT_PAREN, TokenType.RIGHT_PAREN, TokenType.LEFT_BRACE, TokenType.RIGHT_BRACE,
        TokenType.LEFT_BRACKET, TokenType.RIGHT_BRACKET, TokenType.COMMA, TokenType.AT, TokenType.ADD,
        TokenType.SUB, TokenType.MUL, TokenType.DIV, TokenType.MOD, TokenType.POW
    };

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private boolean braces;
    private boolean brackets;

    private Lexer(String query) {
        this.query = query;
    }

    /** The tokens of a query, the last being its end. Comments are left out. */
    static List<Token> tokens(String query) {
        if (query.length() > Limits.LENGTH) {
            throw SyntaxFailure.at(
                    query, 0, "a query has at most " + Limits.LENGTH + " characters, got " + query.length());
        }
        Lexer lexer = new Lexer(query);
        while (lexer.next()) {}
        return lexer.tokens;
    }

    private boolean next() {
        skipSpaceAndComments();
        if (position == query.length()) {
            tokens.add(new Token(TokenType.END, "", position, position));
            return false;
        }
        char c = query.charAt(position);
        if (c == '"' || c == '\'' || c == '`') {
            QuotedString string = QuotedString.read(query, position);
            tokens.add(new Token(TokenType.STRING, string.value(), position, string.end()));
            position = string.end();
        } else if (letter(c) || c == ':' && !braces && !brackets) {
            word();
        } else if (digit(c) || c == '.' && position + 1 < query.length() && digit(query.charAt(position + 1))) {
            numberOrDuration();
        } else if (c == ':' && brackets) {
            add(TokenType.COLON, position + 1);
        } else {
            symbol();
        }
        return true;
    }

    private void skipSpaceAndComments() {
        while (position < query.length()) {
            char c = query.charAt(position);
            if (c == '#') {
                int end = query.indexOf('\n', position);
                position = end < 0 ? query.length() : end;
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                position++;
            } else {
                return;
            }
        }
    }

    private void word() {
        int end = position;
        boolean colon = false;
        while (end < query.length()) {
            char c = query.charAt(end);
            if (!letter(c) && !digit(c) && (c != ':' || braces || brackets)) {
                break;
            }
            colon |= c == ':';
            end++;
        }
        String word = query.substring(position, end);
        boolean number = !braces && (word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("nan"));
        add(number ? TokenType.NUMBER : colon ? TokenType.METRIC : TokenType.WORD, end);
    }

    private void numberOrDuration() {
        int end = position;
        while (end < query.length() && (numeric(query.charAt(end)) || exponentSign(end))) {
            end++;
        }
        String text = query.substring(position, end);
        if (DurationText.parse(text).isPresent()) {
            add(TokenType.DURATION, end);
        } else if (NumberText.parse(text).isPresent()) {
            add(TokenType.NUMBER, end);
        } else {
            throw SyntaxFailure.at(
                    query,
                    position,
                    "no number or duration: " + Shown.quoted(text)
                            + "; write numbers like 300, 0.5, 1e3 or 0x1f, and durations like 5m or 1h30m");
        }
    }

    private boolean exponentSign(int index) {
        char c = query.charAt(index);
        if (c != '+' && c != '-' || index + 1 == query.length() || !digit(query.charAt(index + 1))) {
            return false;
        }
        char before = query.charAt(index - 1);
        boolean hex = query.startsWith("0x", position) || query.startsWith("0X", position);
        return index > position && (before == 'e' || before == 'E') && !hex;
    }

    private void symbol() {
        for (TokenType type : SYMBOLS) {
            if (query.startsWith(type.text(), position)) {
                note(type);
                add(type, position + type.text().length());
                return;
            }
        }
        throw SyntaxFailure.at(
                query,
                position,
                "no query holds " + Shown.quoted(Character.toString(query.codePointAt(position)))
                        + " here; a name with such characters stands in braces and quotes: {\"my.metric\"}");
    }

    private void note(TokenType type) {
        switch (type) {
            case LEFT_BRACE -> braces = true;
            case RIGHT_BRACE -> braces = false;
            case LEFT_BRACKET -> brackets = true;
            case RIGHT_BRACKET -> brackets = false;
            default -> {}
        }
    }

    private void add(TokenType type, int end) {
        tokens.add(new Token(type, query.substring(position, end), position, end));
        position = end;
    }

    private static boolean numeric(char c) {
        return letter(c) || digit(c) || c == '.';
    }

    private static boolean letter(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
