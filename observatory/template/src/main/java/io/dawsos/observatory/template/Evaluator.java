package io.dawsos.observatory.template;

import io.dawsos.observatory.template.Pipeline.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the values of pipelines. */
final class Evaluator {
    private static final List<@Nullable Object> NOTHING = List.of();

    private final Scope scope;
    private final Members members;
    private final Budget budget;

    Evaluator(Scope scope, Members members, Budget budget) {
        this.scope = scope;
        this.members = members;
        this.budget = budget;
    }

    /** A pipeline's value; its variables take it. */
    @Nullable
    Object value(Pipeline pipeline, @Nullable Object dot) {
        Object value = valueOnly(pipeline, dot);
        for (String variable : pipeline.variables()) {
            if (pipeline.assigns()) {
                scope.assign(variable, value);
            } else {
                scope.declare(variable, value);
            }
        }
        return value;
    }

    /** A pipeline's value, with no effect on its variables. */
    @Nullable
    Object valueOnly(Pipeline pipeline, @Nullable Object dot) {
        List<@Nullable Object> piped = NOTHING;
        for (Command command : pipeline.commands()) {
            piped = Collections.singletonList(command(command, dot, piped));
        }
        return piped.getFirst();
    }

    private @Nullable Object command(Command command, @Nullable Object dot, List<@Nullable Object> piped) {
        budget.step(command.at());
        List<Expr> words = command.words();
        List<Expr> arguments = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case Expr.Function function -> call(function, arguments, dot, piped);
            case Expr.Field field -> members(dot, field.names(), values(arguments, dot, piped), field.at());
            case Expr.Chain chain ->
                members(operand(chain.value(), dot), chain.names(), values(arguments, dot, piped), chain.at());
            case Expr.Variable variable
            when !variable.names().isEmpty() ->
                members(scope.value(variable.name()), variable.names(), values(arguments, dot, piped), variable.at());
            case Expr.Nil nil -> throw new TemplateException("nil is not a command", nil.at());
            case Expr value -> {
                if (!arguments.isEmpty() || !piped.isEmpty()) {
                    throw new TemplateException(
                            "only a function or a method takes arguments, and this is a value", value.at());
                }
                yield operand(value, dot);
            }
        };
    }

    private @Nullable Object operand(Expr expr, @Nullable Object dot) {
        return switch (expr) {
            case Expr.Dot _ -> dot;
            case Expr.Nil _ -> null;
            case Expr.Literal literal -> literal.value();
            case Expr.Field field -> members(dot, field.names(), NOTHING, field.at());
            case Expr.Variable variable ->
                members(scope.value(variable.name()), variable.names(), NOTHING, variable.at());
            case Expr.Chain chain -> members(operand(chain.value(), dot), chain.names(), NOTHING, chain.at());
            case Expr.Function function -> call(function, List.of(), dot, NOTHING);
            case Expr.Nested nested -> nested(nested, dot);
        };
    }

    private @Nullable Object nested(Expr.Nested nested, @Nullable Object dot) {
        budget.enter(nested.at());
        Object value = value(nested.pipeline(), dot);
        budget.leave();
        return value;
    }

    private List<@Nullable Object> values(List<Expr> words, @Nullable Object dot, List<@Nullable Object> piped) {
        List<@Nullable Object> values = new ArrayList<>(words.size() + piped.size());
        for (Expr word : words) {
            values.add(operand(word, dot));
        }
        values.addAll(piped);
        return values;
    }

    private @Nullable Object members(
            @Nullable Object receiver, List<String> names, List<@Nullable Object> arguments, Place at) {
        try {
            Object value = receiver;
            for (int i = 0; i < names.size(); i++) {
                budget.step(at);
                value = Values.normal(members.get(value, names.get(i), i == names.size() - 1 ? arguments : NOTHING));
            }
            budget.made(value, at);
            return value;
        } catch (TemplateException e) {
            throw e.at(at);
        }
    }

    private @Nullable Object call(
            Expr.Function function, List<Expr> arguments, @Nullable Object dot, List<@Nullable Object> piped) {
        if (function.function() instanceof Builtins.Choice choice) {
            return choose(choice, function, arguments, dot, piped);
        }
        List<@Nullable Object> values = values(arguments, dot, piped);
        try {
            Object value = Values.normal(function.function().call(values));
            budget.made(value, function.at());
            return value;
        } catch (TemplateException e) {
            throw e.in(function.name(), function.at());
        }
    }

    /** Evaluates no more arguments than it needs. */
    private @Nullable Object choose(
            Builtins.Choice choice,
            Expr.Function function,
            List<Expr> arguments,
            @Nullable Object dot,
            List<@Nullable Object> piped) {
        Object value = null;
        for (Expr argument : arguments) {
            value = operand(argument, dot);
            if (Values.truth(value) == choice.endsAt()) {
                return value;
            }
        }
        if (arguments.isEmpty() && piped.isEmpty()) {
            throw new TemplateException(function.name() + " needs at least one argument", function.at());
        }
        return piped.isEmpty() ? value : piped.getFirst();
    }
}
