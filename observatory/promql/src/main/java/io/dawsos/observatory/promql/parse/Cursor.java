package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.SourceRange;
import java.util.List;
import java.util.Set;

/** A place in the tokens of a query, shared by the parts of the parser. Forward only, with one token of looking ahead. */
final class Cursor {
    private final String query;
    private final List<Token> tokens;
    private final Set<Feature> features;
    private int index;

    Cursor(String query, Set<Feature> features) {
        this.query = query;
        this.tokens = Lexer.tokens(query);
        this.features = Set.copyOf(features);
    }

    String query() {
        return query;
    }

    Token peek() {
        return tokens.get(index);
    }

    /** The token after the next one. */
    Token peekSecond() {
        return tokens.get(Math.min(index + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(index);
        if (token.type() != TokenType.END) {
            index++;
        }
        return token;
    }

    boolean at(TokenType type) {
        return peek().type() == type;
    }

    boolean atWord(String lowercase) {
        return peek().isWord(lowercase);
    }

    boolean accept(TokenType type) {
        if (!at(type)) {
            return false;
        }
        next();
        return true;
    }

    boolean acceptWord(String lowercase) {
        if (!atWord(lowercase)) {
            return false;
        }
        next();
        return true;
    }

    Token expect(TokenType type, String where) {
        if (!at(type)) {
            throw unexpected(where, type.text());
        }
        return next();
    }

    /** Where the last token that was taken ends. */
    int end() {
        return index == 0 ? 0 : tokens.get(index - 1).end();
    }

    SourceRange since(int start) {
        return new SourceRange(start, end());
    }

    PromQlException unexpected(String where, String wanted) {
        return fail(peek().start(), where + " wants " + wanted + ", got " + peek().shown());
    }

    PromQlException fail(int at, String message) {
        return SyntaxFailure.at(query, at, message);
    }

    PromQlException fail(Expr at, String message) {
        return fail(at.at().start(), message);
    }

    /** Refuses what is experimental unless its flag is on. */
    void require(Feature feature, int at, String what) {
        if (!features.contains(feature)) {
            throw fail(at, what + " is experimental; turn it on with the feature flag " + feature.flag());
        }
    }
}
