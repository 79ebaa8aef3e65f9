package io.dawsos.observatory.alertmanager.matcher;

import io.dawsos.observatory.alertmanager.matcher.Token.Kind;
import io.dawsos.observatory.model.Matcher;
import java.util.ArrayList;
import java.util.List;

/** The UTF-8 language: names and values are words without reserved characters, or in double quotes with Go's escapes. */
final class Utf8Matchers {
    private final MatcherLexer lexer;
    private final List<Matcher> matchers = new ArrayList<>();

    private Utf8Matchers(String text) {
        this.lexer = new MatcherLexer(text);
    }

    static List<Matcher> parse(String text) {
        Utf8Matchers parser = new Utf8Matchers(text);
        parser.list();
        return parser.matchers;
    }

    private void list() {
        boolean braces = lexer.accept(Kind.OPEN);
        while (lexer.peek().kind() != Kind.CLOSE && lexer.peek().kind() != Kind.END) {
            matchers.add(matcher());
            if (!lexer.accept(Kind.COMMA)) {
                break;
            }
        }
        if (braces) {
            lexer.expect(Kind.CLOSE, "a comma or }");
        }
        lexer.expect(Kind.END, braces ? "nothing after }" : "a comma or the end");
    }

    private Matcher matcher() {
        String name = lexer.expectWord("a label's name").text();
        Token operator = lexer.next();
        Matcher.Type type =
                switch (operator.kind()) {
                    case EQUAL -> Matcher.Type.EQUAL;
                    case NOT_EQUAL -> Matcher.Type.NOT_EQUAL;
                    case REGEX -> Matcher.Type.REGEX;
                    case NOT_REGEX -> Matcher.Type.NOT_REGEX;
                    case OPEN, CLOSE, COMMA, WORD, END -> throw lexer.unexpected(operator, "one of = != =~ !~");
                };
        String value = lexer.expectWord("a value, \"\" if it shall be empty").text();
        try {
            return new Matcher(type, name, value);
        } catch (IllegalArgumentException e) {
            throw new MatcherException(String.valueOf(e.getMessage()), e);
        }
    }
}
