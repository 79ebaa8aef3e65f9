package io.dawsos.observatory.template;

import io.dawsos.observatory.template.Pipeline.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads pipelines. */
final class PipelineParser {
    private final Cursor cursor;
    private final Variables variables;
    private final Map<String, TemplateFunction> functions;

    PipelineParser(Cursor cursor, Variables variables, Map<String, TemplateFunction> functions) {
        this.cursor = cursor;
        this.variables = variables;
        this.functions = functions;
    }

    /** A pipeline up to and with its end, and the declarations before it. */
    Pipeline read(String context, TokenType end) {
        Token first = cursor.skipSpace().peek();
        cursor.enter(first);
        List<String> taken = new ArrayList<>();
        boolean assigns = declarations(context, taken);
        List<Command> commands = commands(context, end);
        if (!assigns) {
            taken.forEach(variables::declare);
        }
        cursor.leave();
        return new Pipeline(List.copyOf(taken), assigns, commands, cursor.place(first));
    }

    /** Takes {@code $x :=}, {@code $x =} and range's two variables, if they are there; says whether they are assigned. */
    private boolean declarations(String context, List<String> taken) {
        if (!cursor.peek().is(TokenType.VARIABLE)) {
            return false;
        }
        Token first = cursor.next();
        int spaces = spaces();
        Token next = cursor.peek();
        if (next.is(TokenType.COMMA) && context.equals("range")) {
            cursor.next();
            Token second = cursor.expect(TokenType.VARIABLE, "behind the comma in range");
            cursor.skipSpace();
            return assigns(List.of(first, second), taken);
        }
        if (next.is(TokenType.DECLARE) || next.is(TokenType.ASSIGN)) {
            return assigns(List.of(first), taken);
        }
        cursor.back(spaces + 1);
        return false;
    }

    private int spaces() {
        int spaces = 0;
        while (cursor.skip(TokenType.SPACE)) {
            spaces++;
        }
        return spaces;
    }

    private boolean assigns(List<Token> targets, List<String> taken) {
        Token sign = cursor.next();
        targets.forEach(target -> taken.add(target.text()));
        if (sign.is(TokenType.DECLARE)) {
            return false;
        }
        if (!sign.is(TokenType.ASSIGN)) {
            throw cursor.problem(sign, "unexpected " + sign.shown() + " behind range's variables; wanted :=");
        }
        targets.forEach(this::known);
        return true;
    }

    private void known(Token variable) {
        if (!variables.has(variable.text())) {
            throw cursor.problem(
                    variable,
                    "undefined variable " + Shown.quoted(variable.text()) + "; "
                            + Shown.known(variables.all(), "there is none") + "; declare one with :=");
        }
    }

    private List<Command> commands(String context, TokenType end) {
        List<Command> commands = new ArrayList<>();
        while (true) {
            Token token = cursor.skipSpace().peek();
            if (token.is(end)) {
                cursor.next();
                if (commands.isEmpty()) {
                    throw cursor.problem(token, "missing value for " + context);
                }
                return List.copyOf(commands);
            }
            commands.add(command(end, commands.size()));
        }
    }

    private Command command(TokenType end, int stage) {
        Token first = cursor.peek();
        List<Expr> words = new ArrayList<>();
        while (true) {
            Token token = cursor.skipSpace().peek();
            if (token.is(end)) {
                break;
            }
            if (token.is(TokenType.PIPE)) {
                cursor.next();
                break;
            }
            words.add(operand());
            separated(end);
        }
        if (words.isEmpty()) {
            throw cursor.problem(first, "an empty command in a pipeline; write a value or a function");
        }
        if (stage > 0) {
            executable(words.getFirst(), first);
        }
        return new Command(List.copyOf(words), cursor.place(first));
    }

    private void separated(TokenType end) {
        Token token = cursor.peek();
        if (!token.is(TokenType.SPACE) && !token.is(TokenType.PIPE) && !token.is(end)) {
            throw cursor.problem(token, "unexpected " + token.shown() + " in an operand; write a space before it");
        }
    }

    private void executable(Expr word, Token at) {
        if (word instanceof Expr.Dot || word instanceof Expr.Nil || word instanceof Expr.Literal) {
            throw cursor.problem(at, "what follows | is a function or a method that takes the value, not a value");
        }
    }

    private Expr operand() {
        Token token = cursor.next();
        Expr term = term(token);
        if (!cursor.peek().is(TokenType.FIELD)) {
            return term;
        }
        if (term instanceof Expr.Literal || term instanceof Expr.Nil || term instanceof Expr.Dot) {
            throw cursor.problem(
                    cursor.peek(), "unexpected " + cursor.peek().shown() + " behind a value without fields");
        }
        return chain(term, fields(), cursor.place(token));
    }

    private static Expr chain(Expr term, List<String> fields, Place at) {
        return term instanceof Expr.Variable variable
                ? new Expr.Variable(variable.name(), fields, at)
                : new Expr.Chain(term, fields, at);
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        while (cursor.peek().is(TokenType.FIELD)) {
            fields.add(cursor.next().text());
        }
        return List.copyOf(fields);
    }

    private Expr term(Token token) {
        Place at = cursor.place(token);
        return switch (token.type()) {
            case WORD -> word(token, at);
            case DOT -> new Expr.Dot(at);
            case VARIABLE -> {
                known(token);
                yield new Expr.Variable(token.text(), List.of(), at);
            }
            case FIELD -> {
                cursor.back(1);
                yield new Expr.Field(fields(), at);
            }
            case STRING -> new Expr.Literal(token.text(), at);
            case INTEGER -> new Expr.Literal(Long.valueOf(token.text()), at);
            case FLOAT -> new Expr.Literal(Double.valueOf(token.text()), at);
            case OPEN -> new Expr.Nested(read("parentheses", TokenType.CLOSE), at);
            case TEXT, LEFT, RIGHT, SPACE, DECLARE, ASSIGN, PIPE, COMMA, CLOSE, END ->
                throw cursor.problem(
                        token, "unexpected " + token.shown() + " in an action; wanted a value or a function");
        };
    }

    private Expr word(Token token, Place at) {
        return switch (token.text()) {
            case "true", "false" -> new Expr.Literal(Boolean.valueOf(token.text()), at);
            case "nil" -> new Expr.Nil(at);
            case "if", "else", "end", "range", "with", "define", "block", "template" ->
                throw cursor.problem(token, "unexpected " + token.shown() + " in an action; it stands alone after {{");
            default -> function(token, at);
        };
    }

    private Expr function(Token token, Place at) {
        TemplateFunction function = functions.get(token.text());
        if (function == null) {
            throw cursor.problem(
                    token,
                    "function " + Shown.quoted(token.text()) + " not defined; "
                            + Shown.known(functions.keySet(), "there is none"));
        }
        return new Expr.Function(token.text(), function, at);
    }
}
