package io.dawsos.observatory.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Cuts what stands between braces into tokens. */
final class ActionLexer {
    private final Source source;
    private final String text;
    private final List<Token> tokens;
    private final Deque<Integer> open = new ArrayDeque<>();

    ActionLexer(Source source, List<Token> tokens) {
        this.source = source;
        this.text = source.text();
        this.tokens = tokens;
    }

    /** Adds the token at a position and says where it ends. */
    int token(int at) {
        char c = text.charAt(at);
        if (Lexer.isSpace(c)) {
            return space(at);
        }
        return switch (c) {
            case '"' -> add(TokenType.STRING, at, Quoted.interpreted(source, at));
            case '`' -> add(TokenType.STRING, at, Quoted.raw(source, at));
            case '\'' -> add(TokenType.INTEGER, at, Quoted.character(source, at));
            case ':' -> declare(at);
            case '=' -> add(TokenType.ASSIGN, at, "=");
            case '|' -> add(TokenType.PIPE, at, "|");
            case ',' -> add(TokenType.COMMA, at, ",");
            case '(' -> {
                open.push(at);
                yield add(TokenType.OPEN, at, "(");
            }
            case ')' -> close(at);
            case '$' -> word(TokenType.VARIABLE, at, at + 1);
            case '.' -> dot(at);
            default -> other(c, at);
        };
    }

    /** Checks what was open at the end of the action. */
    void end(int at) {
        if (!open.isEmpty()) {
            throw source.problem(
                    open.peek(),
                    "a parenthesis without its end; write ) before the action's end at " + source.place(at));
        }
    }

    private int add(TokenType type, int at, String word) {
        tokens.add(new Token(type, word, at));
        return at + word.length();
    }

    private int add(TokenType type, int at, Quoted quoted) {
        tokens.add(new Token(type, quoted.value(), at));
        return quoted.end();
    }

    private int space(int at) {
        int end = at;
        while (end < text.length() && Lexer.isSpace(text.charAt(end)) && !Lexer.trimsAfter(text, end)) {
            end++;
        }
        tokens.add(new Token(TokenType.SPACE, " ", at));
        return end;
    }

    private int declare(int at) {
        if (text.startsWith(":=", at)) {
            return add(TokenType.DECLARE, at, ":=");
        }
        throw source.problem(at, "a colon alone means nothing; write := to declare a variable");
    }

    private int close(int at) {
        if (open.isEmpty()) {
            throw source.problem(at, "a closing parenthesis that nothing opens");
        }
        open.pop();
        return add(TokenType.CLOSE, at, ")");
    }

    private int dot(int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (next >= '0' && next <= '9') {
            return number(at);
        }
        if (letter(text, at + 1)) {
            int end = wordEnd(at + 1);
            tokens.add(new Token(TokenType.FIELD, text.substring(at + 1, end), at));
            return terminated(end);
        }
        tokens.add(new Token(TokenType.DOT, ".", at));
        return terminated(at + 1);
    }

    private int other(char c, int at) {
        if (c == '+' || c == '-' || (c >= '0' && c <= '9')) {
            return number(at);
        }
        if (letter(text, at)) {
            return word(TokenType.WORD, at, at);
        }
        String shown = text.substring(at, text.offsetByCodePoints(at, 1));
        throw source.problem(at, "unexpected " + Shown.quoted(shown) + " in an action");
    }

    private int number(int at) {
        NumberLiteral number = NumberLiteral.read(source, at);
        tokens.add(new Token(number.isInteger() ? TokenType.INTEGER : TokenType.FLOAT, number.text(), at));
        return number.end();
    }

    private int word(TokenType type, int at, int from) {
        int end = wordEnd(from);
        tokens.add(new Token(type, text.substring(at, end), at));
        return terminated(end);
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && wordCharacter(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private int terminated(int end) {
        if (end < text.length() && !Lexer.isSpace(text.charAt(end)) && ".,|:)(=}".indexOf(text.charAt(end)) < 0) {
            String shown = text.substring(end, text.offsetByCodePoints(end, 1));
            throw source.problem(
                    end, "unexpected " + Shown.quoted(shown) + " behind a word; write a space between them");
        }
        return end;
    }

    private static boolean letter(String text, int at) {
        return at < text.length() && (text.charAt(at) == '_' || Character.isLetter(text.codePointAt(at)));
    }

    static boolean wordCharacter(int c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
