package io.dawsos.observatory.template;

import java.util.List;

/** Walks over the tokens of a text. */
final class Cursor {
    private final Source source;
    private final List<Token> tokens;
    private int position;
    private int depth;

    Cursor(Source source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
    }

    Token peek() {
        return tokens.get(position);
    }

    /** The token, which is left behind unless it is the end. */
    Token next() {
        Token token = tokens.get(position);
        if (!token.is(TokenType.END)) {
            position++;
        }
        return token;
    }

    void back(int tokens) {
        position -= tokens;
    }

    Cursor skipSpace() {
        while (peek().is(TokenType.SPACE)) {
            position++;
        }
        return this;
    }

    boolean skip(TokenType type) {
        if (!peek().is(type)) {
            return false;
        }
        position++;
        return true;
    }

    Token expect(TokenType type, String where) {
        Token token = skipSpace().peek();
        if (!token.is(type)) {
            throw problem(token, "unexpected " + token.shown() + " " + where + "; wanted " + type.shown());
        }
        return next();
    }

    Place place(Token token) {
        return source.place(token.offset());
    }

    TemplateException problem(Token token, String problem) {
        return source.problem(token.offset(), problem);
    }

    /** Counts what stands in each other. */
    void enter(Token token) {
        if (++depth > Limits.DEPTH) {
            throw problem(token, "actions and parentheses stand in each other at most " + Limits.DEPTH + " deep");
        }
    }

    void leave() {
        depth--;
    }
}
