package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.ast.AggregateOp;
import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.FunctionSignature;
import io.dawsos.observatory.promql.ast.SourceRange;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.function.Functions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of expressions, by recursive descent, binary operators by precedence climbing. Each method leaves in
 * {@code height} how many levels its result has, by which {@link Limits#DEPTH} is kept.
 */
public final class Parser {
    private static final int LOWEST = 0;

    private final Cursor cursor;
    private final TypeCheck check;
    private final SelectorParser selectors;
    private final ModifierParser modifiers;
    private final PostfixParser postfix;
    private int height;
    private int nesting;

    private Parser(String query, Set<Feature> features) {
        cursor = new Cursor(query, features);
        check = new TypeCheck(cursor);
        selectors = new SelectorParser(cursor);
        modifiers = new ModifierParser(cursor);
        postfix = new PostfixParser(cursor);
    }

    /** @throws io.dawsos.observatory.promql.PromQlException when the text is no query, saying where and why */
    public static Expr parse(String query, Set<Feature> features) {
        Parser parser = new Parser(query, features);
        if (parser.cursor.at(TokenType.END)) {
            throw parser.cursor.fail(0, "the query is empty; write an expression such as up");
        }
        Expr expr = parser.expression(LOWEST);
        if (!parser.cursor.at(TokenType.END)) {
            throw parser.cursor.unexpected("the query", "an operator or its end");
        }
        return expr;
    }

    private Expr expression(int lowest) {
        if (++nesting > Limits.DEPTH) {
            throw tooDeep();
        }
        Expr left = unary();
        for (BinaryOp op = operator(); op != null && op.precedence() >= lowest; op = operator()) {
            left = binary(left, op);
        }
        nesting--;
        return left;
    }

    private RuntimeException tooDeep() {
        return cursor.fail(
                cursor.peek().start(), "a query has at most " + Limits.DEPTH + " levels of expressions in each other");
    }

    private void grow(int inner) {
        height = inner + 1;
        if (height > Limits.DEPTH) {
            throw tooDeep();
        }
    }

    private @Nullable BinaryOp operator() {
        return switch (cursor.peek().type()) {
            case EQL -> BinaryOp.EQL;
            case NEQ -> BinaryOp.NEQ;
            case LTE -> BinaryOp.LTE;
            case LSS -> BinaryOp.LSS;
            case GTE -> BinaryOp.GTE;
            case GTR -> BinaryOp.GTR;
            case ADD -> BinaryOp.ADD;
            case SUB -> BinaryOp.SUB;
            case MUL -> BinaryOp.MUL;
            case DIV -> BinaryOp.DIV;
            case MOD -> BinaryOp.MOD;
            case POW -> BinaryOp.POW;
            case TRIM_UPPER -> BinaryOp.TRIM_UPPER;
            case TRIM_LOWER -> BinaryOp.TRIM_LOWER;
            default -> Keywords.operator(cursor.peek());
        };
    }

    private Expr binary(Expr left, BinaryOp op) {
        int leftHeight = height;
        Token token = cursor.next();
        if (op == BinaryOp.TRIM_UPPER || op == BinaryOp.TRIM_LOWER) {
            cursor.require(Feature.EXPERIMENTAL_FUNCTIONS, token.start(), "the operator " + op.text());
        }
        Modifiers written = modifiers.modifiers();
        Expr right = expression(op.rightAssociative() ? op.precedence() : op.precedence() + 1);
        grow(Math.max(leftHeight, height));
        check.binary(op, left, right, written, token.start());
        boolean vectors = left.type() == ValueType.INSTANT_VECTOR && right.type() == ValueType.INSTANT_VECTOR;
        SourceRange at = new SourceRange(left.at().start(), right.at().end());
        return new Expr.Binary(op, left, right, written.bool(), vectors ? written.matching(op) : null, at);
    }

    private Expr unary() {
        Token sign = cursor.peek();
        if (sign.type() != TokenType.ADD && sign.type() != TokenType.SUB) {
            return withPostfix();
        }
        cursor.next();
        boolean negative = sign.type() == TokenType.SUB;
        Expr inner = expression(BinaryOp.POW.precedence());
        SourceRange at = new SourceRange(sign.start(), inner.at().end());
        if (inner instanceof Expr.NumberLiteral number) {
            return new Expr.NumberLiteral(negative ? -number.value() : number.value(), number.duration(), at);
        }
        check.operand(sign.text(), inner);
        grow(height);
        return new Expr.Unary(negative, inner, at);
    }

    private Expr withPostfix() {
        Expr expr = primary();
        while (postfix.follows()) {
            expr = postfix.apply(expr);
            grow(height);
        }
        return expr;
    }

    private Expr primary() {
        Token token = cursor.peek();
        height = 1;
        return switch (token.type()) {
            case NUMBER, DURATION -> {
                cursor.next();
                boolean duration = token.type() == TokenType.DURATION;
                yield new Expr.NumberLiteral(ModifierParser.number(token), duration, at(token));
            }
            case STRING -> {
                cursor.next();
                yield new Expr.StringLiteral(token.text(), at(token));
            }
            case LEFT_PAREN -> parenthesis();
            case LEFT_BRACE, METRIC -> selectors.selector(true);
            case WORD -> word(token);
            default -> throw cursor.unexpected("the query", "an expression");
        };
    }

    private static SourceRange at(Token token) {
        return new SourceRange(token.start(), token.end());
    }

    private Expr parenthesis() {
        Token open = cursor.next();
        Expr inner = expression(LOWEST);
        cursor.expect(TokenType.RIGHT_PAREN, "the parenthesis");
        grow(height);
        return new Expr.Paren(inner, cursor.since(open.start()));
    }

    private Expr word(Token word) {
        boolean called = cursor.peekSecond().type() == TokenType.LEFT_PAREN;
        AggregateOp aggregate = Keywords.aggregate(word);
        if (aggregate != null
                && (called
                        || cursor.peekSecond().isWord("by")
                        || cursor.peekSecond().isWord("without"))) {
            return aggregate(aggregate);
        }
        if (!Keywords.mayNameMetric(word)) {
            throw cursor.unexpected("the query", "an expression");
        }
        return called ? call(word) : selectors.selector(true);
    }

    private Expr aggregate(AggregateOp op) {
        Token name = cursor.next();
        if (op.experimental()) {
            cursor.require(Feature.EXPERIMENTAL_FUNCTIONS, name.start(), op.text() + "()");
        }
        boolean before = atGrouping();
        boolean without = cursor.atWord("without");
        List<String> labels = before ? modifiers.labels(cursor.next().lowercase()) : List.of();
        List<Expr> arguments = arguments(op.text(), false);
        if (!before && atGrouping()) {
            without = cursor.atWord("without");
            labels = modifiers.labels(cursor.next().lowercase());
        }
        ValueType parameter = op.parameter();
        if (arguments.size() != (parameter == null ? 1 : 2)) {
            throw cursor.fail(
                    name.start(),
                    op.text() + "() takes " + (parameter == null ? "1 argument" : "a " + parameter.text()
                            + " and an instant vector") + ", got " + arguments.size()
                            + (arguments.size() == 1 ? " argument" : " arguments"));
        }
        check.needs(op.text() + "()", ValueType.INSTANT_VECTOR, arguments.getLast());
        if (parameter != null) {
            check.needs(op.text() + "()", parameter, arguments.getFirst());
        }
        return new Expr.Aggregate(
                op,
                parameter == null ? null : arguments.getFirst(),
                arguments.getLast(),
                without,
                labels,
                cursor.since(name.start()));
    }

    private boolean atGrouping() {
        return cursor.atWord("by") || cursor.atWord("without");
    }

    private Expr call(Token name) {
        FunctionSignature function = Functions.signature(name.text());
        if (function == null) {
            throw cursor.fail(name.start(), "there is no function " + name.text() + "()" + Similar.advice(name.text()));
        }
        if (function.experimental()) {
            cursor.require(Feature.EXPERIMENTAL_FUNCTIONS, name.start(), name.text() + "()");
        }
        cursor.next();
        List<Expr> arguments = arguments(name.text(), name.text().equals("info"));
        check.call(function, arguments, name.start());
        return new Expr.Call(function, arguments, cursor.since(name.start()));
    }

    /** @param labelsOnly whether arguments after the first are bare matchers in braces: those of info() */
    private List<Expr> arguments(String function, boolean labelsOnly) {
        cursor.expect(TokenType.LEFT_PAREN, function);
        List<Expr> arguments = new ArrayList<>();
        int tallest = 0;
        while (!cursor.at(TokenType.RIGHT_PAREN)) {
            if (labelsOnly && !arguments.isEmpty()) {
                arguments.add(matchersOnly());
            } else {
                arguments.add(expression(LOWEST));
            }
            tallest = Math.max(tallest, height);
            if (cursor.accept(TokenType.COMMA)) {
                if (cursor.at(TokenType.RIGHT_PAREN)) {
                    throw cursor.fail(cursor.peek().start(), "no comma stands before \")\"; leave it out");
                }
            } else if (!cursor.at(TokenType.RIGHT_PAREN)) {
                throw cursor.unexpected("the arguments of " + function + "()", "\",\" or \")\"");
            }
        }
        cursor.next();
        grow(tallest);
        return arguments;
    }

    private Expr matchersOnly() {
        if (!cursor.at(TokenType.LEFT_BRACE)) {
            throw cursor.unexpected("the second argument of info()", "matchers in braces, like {version=~\".+\"}");
        }
        height = 1;
        return selectors.selector(false);
    }
}
