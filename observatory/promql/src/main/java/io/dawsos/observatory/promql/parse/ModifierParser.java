package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.ast.VectorMatching.Cardinality;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of labels, and the modifiers of binary operators: {@code bool on (job) group_left () fill (0)}. */
final class ModifierParser {
    private final Cursor cursor;

    ModifierParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Modifiers modifiers() {
        boolean bool = cursor.acceptWord("bool");
        boolean on = cursor.atWord("on");
        List<String> labels = List.of();
        Cardinality cardinality = Cardinality.ONE_TO_ONE;
        List<String> include = List.of();
        if (on || cursor.atWord("ignoring")) {
            labels = labels(cursor.next().lowercase());
            if (cursor.atWord("group_left") || cursor.atWord("group_right")) {
                Token group = cursor.next();
                cardinality = group.isWord("group_left") ? Cardinality.MANY_TO_ONE : Cardinality.ONE_TO_MANY;
                include = cursor.at(TokenType.LEFT_PAREN) ? labels(group.lowercase()) : include;
            }
        }
        if (cursor.atWord("group_left") || cursor.atWord("group_right")) {
            throw cursor.fail(
                    cursor.peek().start(), cursor.peek().lowercase() + " stands after on (...) or ignoring (...)");
        }
        @Nullable Double[] fill = fill();
        return new Modifiers(bool, on, labels, cardinality, include, fill[0], fill[1]);
    }

    /** The values of the left and the right side. */
    private @Nullable Double[] fill() {
        @Nullable Double[] fill = new Double[2];
        while (cursor.peekSecond().type() == TokenType.LEFT_PAREN) {
            Token word = cursor.peek();
            boolean both = word.isWord("fill");
            boolean left = both || word.isWord("fill_left");
            boolean right = both || word.isWord("fill_right");
            if (!left && !right) {
                break;
            }
            cursor.require(Feature.BINOP_FILL_MODIFIERS, word.start(), word.lowercase());
            if (left && fill[0] != null || right && fill[1] != null) {
                throw cursor.fail(word.start(), "the side that " + word.lowercase() + " fills is filled already");
            }
            cursor.next();
            cursor.next();
            double value = signedNumber(word.lowercase());
            cursor.expect(TokenType.RIGHT_PAREN, word.lowercase());
            fill[0] = left ? Double.valueOf(value) : fill[0];
            fill[1] = right ? Double.valueOf(value) : fill[1];
        }
        return fill;
    }

    /** A number or duration, with or without sign. */
    double signedNumber(String where) {
        boolean negative = cursor.accept(TokenType.SUB);
        if (!negative) {
            cursor.accept(TokenType.ADD);
        }
        if (!cursor.at(TokenType.NUMBER) && !cursor.at(TokenType.DURATION)) {
            throw cursor.unexpected(where, "a number");
        }
        double value = number(cursor.next());
        return negative ? -value : value;
    }

    /** The value of a number, or of a duration in seconds. */
    static double number(Token token) {
        return token.type() == TokenType.DURATION
                ? DurationText.parse(token.text()).orElseThrow() / 1000.0
                : NumberText.parse(token.text()).orElseThrow();
    }

    /** Labels in parentheses, after the keyword {@code where}. */
    List<String> labels(String where) {
        cursor.expect(TokenType.LEFT_PAREN, where);
        List<String> labels = new ArrayList<>();
        while (!cursor.at(TokenType.RIGHT_PAREN)) {
            Token label = cursor.peek();
            if (label.type() == TokenType.METRIC) {
                throw cursor.fail(label.start(), "a label with a colon stands in quotes: \"" + label.text() + "\"");
            }
            if (label.type() != TokenType.WORD && label.type() != TokenType.STRING || label.text().isEmpty()) {
                throw cursor.unexpected(where, "labels");
            }
            labels.add(cursor.next().text());
            if (!cursor.accept(TokenType.COMMA) && !cursor.at(TokenType.RIGHT_PAREN)) {
                throw cursor.unexpected("the labels of " + where, "\",\" or \")\"");
            }
        }
        cursor.next();
        return labels;
    }
}
