package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.TimeShift;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selectors: {@code name}, <code>name{label="value"}</code>, <code>{"quoted name", label="value"}</code>. The matcher of the
 * name comes first where it is the only one on the name.
 */
final class SelectorParser {
    private final Cursor cursor;

    SelectorParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** @param needsLabel whether one of the matchers must refuse an absent label, so that not every series is taken */
    Expr.VectorSelector selector(boolean needsLabel) {
        Token first = cursor.peek();
        List<Matcher> matchers = new ArrayList<>();
        boolean named = !cursor.at(TokenType.LEFT_BRACE);
        if (named) {
            cursor.next();
            matchers.add(nameIs(first.text()));
        }
        if (cursor.at(TokenType.LEFT_BRACE)) {
            named |= braces(matchers);
        }
        check(first, matchers, named, needsLabel);
        return new Expr.VectorSelector(ordered(matchers), TimeShift.NONE, cursor.since(first.start()));
    }

    private void check(Token first, List<Matcher> matchers, boolean named, boolean needsLabel) {
        List<Matcher> names = matchers.stream()
                .filter(matcher -> matcher.name().equals(Labels.METRIC_NAME))
                .toList();
        if (named && names.size() > 1) {
            throw cursor.fail(
                    first.start(),
                    "the metric's name must not be set twice: " + Shown.quoted(names.get(0).value()) + " or "
                            + Shown.quoted(names.get(1).value()));
        }
        if (needsLabel && !named && matchers.stream().allMatch(Matcher::matchesEmpty)) {
            throw cursor.fail(
                    first.start(),
                    "a selector needs a metric's name or a matcher that does not match the empty string,"
                            + " else it would read every series; write job=~\".+\" for any job");
        }
    }

    /** Reads the matchers; whether a name without operator was among them. */
    private boolean braces(List<Matcher> matchers) {
        cursor.next();
        boolean named = false;
        while (!cursor.at(TokenType.RIGHT_BRACE)) {
            Token label = cursor.next();
            if (label.type() != TokenType.WORD && label.type() != TokenType.STRING) {
                throw cursor.fail(label.start(), "the braces want a label or \"}\", got " + label.shown());
            }
            if (label.text().isEmpty()) {
                throw cursor.fail(label.start(), "a name in braces is not empty");
            }
            Matcher.Type type = matchOperator();
            if (type != null) {
                matchers.add(matcher(label, type));
            } else if (label.type() == TokenType.STRING) {
                matchers.add(nameIs(label.text()));
                named = true;
            } else {
                throw cursor.unexpected("the label " + Shown.quoted(label.text()), "=, !=, =~ or !~");
            }
            if (!cursor.accept(TokenType.COMMA) && !cursor.at(TokenType.RIGHT_BRACE)) {
                throw cursor.unexpected("the list of matchers", "\",\" or \"}\"");
            }
        }
        cursor.next();
        return named;
    }

    private Matcher. @Nullable Type matchOperator() {
        Matcher.Type type =
                switch (cursor.peek().type()) {
                    case ASSIGN -> Matcher.Type.EQUAL;
                    case NEQ -> Matcher.Type.NOT_EQUAL;
                    case REGEX -> Matcher.Type.REGEX;
                    case NOT_REGEX -> Matcher.Type.NOT_REGEX;
                    default -> null;
                };
        if (type != null) {
            cursor.next();
        }
        return type;
    }

    private Matcher matcher(Token label, Matcher.Type type) {
        Token value = cursor.peek();
        if (value.type() != TokenType.STRING) {
            throw cursor.unexpected("the label " + Shown.quoted(label.text()), "a string in quotes");
        }
        cursor.next();
        try {
            return new Matcher(type, label.text(), value.text());
        } catch (IllegalArgumentException e) {
            throw cursor.fail(value.start(), String.valueOf(e.getMessage()));
        }
    }

    private static Matcher nameIs(String name) {
        return new Matcher(Matcher.Type.EQUAL, Labels.METRIC_NAME, name);
    }

    private static List<Matcher> ordered(List<Matcher> matchers) {
        List<Matcher> names = matchers.stream()
                .filter(matcher -> matcher.name().equals(Labels.METRIC_NAME))
                .toList();
        if (names.size() != 1 || names.get(0).type() != Matcher.Type.EQUAL) {
            return matchers;
        }
        List<Matcher> ordered = new ArrayList<>(matchers);
        ordered.remove(names.get(0));
        ordered.addFirst(names.get(0));
        return ordered;
    }
}
