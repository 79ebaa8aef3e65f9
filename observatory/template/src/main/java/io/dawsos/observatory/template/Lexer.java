package io.dawsos.observatory.template;

import java.util.ArrayList;
import java.util.List;

/** Cuts a template into texts and the pieces of its actions. Trim markers and comments are gone from what it gives. */
final class Lexer {
    private static final String LEFT = "{{";
    private static final String RIGHT = "}}";
    private static final String COMMENT = "/*";
    private static final String COMMENT_END = "*/";

    private final Source source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private boolean trimNext;

    private Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** The last is {@link TokenType#END}. */
    static List<Token> tokens(Source source) {
        Lexer lexer = new Lexer(source);
        while (lexer.position < lexer.text.length()) {
            lexer.textAndAction();
        }
        lexer.tokens.add(new Token(TokenType.END, "", lexer.text.length()));
        return lexer.tokens;
    }

    private void textAndAction() {
        int left = text.indexOf(LEFT, position);
        int end = left < 0 ? text.length() : left;
        boolean trims = left >= 0 && trimsBefore(left + LEFT.length());
        text(position, end, trims);
        if (left < 0) {
            position = end;
            return;
        }
        int inner = left + LEFT.length() + (trims ? 1 : 0);
        int start = skipSpace(inner, trims);
        if (text.startsWith(COMMENT, start)) {
            comment(left, start);
        } else {
            tokens.add(new Token(TokenType.LEFT, LEFT, left));
            action(inner, left);
        }
    }

    private int skipSpace(int from, boolean skip) {
        int at = from;
        while (skip && at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void text(int from, int to, boolean trims) {
        int start = skipSpace(from, trimNext);
        int end = to;
        while (trims && end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            tokens.add(new Token(TokenType.TEXT, text.substring(start, end), start));
        }
        trimNext = false;
    }

    private void comment(int left, int start) {
        int end = text.indexOf(COMMENT_END, start + COMMENT.length());
        if (end < 0) {
            throw source.problem(left, "a comment without its end; write */}} behind it");
        }
        int close = closed(end + COMMENT_END.length());
        if (close < 0) {
            throw source.problem(
                    end + COMMENT_END.length(), "a comment ends at its closing braces; write */}} or */ -}}");
        }
        position = close;
    }

    private void action(int from, int left) {
        ActionLexer action = new ActionLexer(source, tokens);
        int at = from;
        int close = closed(at);
        while (close < 0) {
            if (at >= text.length()) {
                throw source.problem(left, "an action without its end; write }} behind it");
            }
            at = action.token(at);
            close = closed(at);
        }
        action.end(at);
        tokens.add(new Token(TokenType.RIGHT, RIGHT, at));
        position = close;
    }

    /** Where what follows begins if an action or comment ends here, else -1. */
    private int closed(int at) {
        trimNext = trimsAfter(text, at);
        if (trimNext) {
            return at + 2 + RIGHT.length();
        }
        return text.startsWith(RIGHT, at) ? at + RIGHT.length() : -1;
    }

    private boolean trimsBefore(int at) {
        return at + 1 < text.length() && text.charAt(at) == '-' && isSpace(text.charAt(at + 1));
    }

    static boolean trimsAfter(String text, int at) {
        return at < text.length() && isSpace(text.charAt(at)) && text.startsWith("-" + RIGHT, at + 1);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
