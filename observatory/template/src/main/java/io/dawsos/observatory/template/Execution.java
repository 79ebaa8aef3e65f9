package io.dawsos.observatory.template;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Executes a template once. */
final class Execution {
    /** How a list of nodes was left. */
    private enum End {
        REACHED,
        BREAK,
        CONTINUE
    }

    private final Map<String, List<Node>> templates;
    private final Members members;
    private final Budget budget;
    private final Output output;

    Execution(Map<String, List<Node>> templates, MissingKey missing, Limits limits, Output output) {
        this.templates = templates;
        this.members = new Members(missing);
        this.budget = new Budget(limits);
        this.output = output;
    }

    void run(List<Node> body, @Nullable Object data) {
        Object root = Values.normal(data);
        new Body(new Scope(root)).nodes(body, root);
    }

    /** A template's body with its variables. */
    private final class Body {
        private final Scope scope;
        private final Evaluator evaluator;

        Body(Scope scope) {
            this.scope = scope;
            this.evaluator = new Evaluator(scope, members, budget);
        }

        End nodes(List<Node> nodes, @Nullable Object dot) {
            for (Node node : nodes) {
                End end = node(node, dot);
                if (end != End.REACHED) {
                    return end;
                }
            }
            return End.REACHED;
        }

        private End node(Node node, @Nullable Object dot) {
            return switch (node) {
                case Node.Text text -> {
                    output.text(text.text());
                    yield End.REACHED;
                }
                case Node.Action action -> {
                    action(action.pipeline(), dot);
                    yield End.REACHED;
                }
                case Node.If choice -> choice(choice, dot);
                case Node.With with -> with(with, dot);
                case Node.Range range -> range(range, dot);
                case Node.Call call -> {
                    call(call, dot);
                    yield End.REACHED;
                }
                case Node.Break _ -> End.BREAK;
                case Node.Continue _ -> End.CONTINUE;
            };
        }

        private void action(Pipeline pipeline, @Nullable Object dot) {
            Object value = evaluator.value(pipeline, dot);
            if (!pipeline.variables().isEmpty()) {
                return;
            }
            try {
                output.value(value);
            } catch (TemplateException e) {
                throw e.at(pipeline.at());
            }
        }

        private End choice(Node.If choice, @Nullable Object dot) {
            int mark = scope.mark();
            budget.enter(choice.condition().at());
            boolean met = Values.truth(evaluator.value(choice.condition(), dot));
            End end = nodes(met ? choice.then() : choice.otherwise(), dot);
            budget.leave();
            scope.backTo(mark);
            return end;
        }

        private End with(Node.With with, @Nullable Object dot) {
            int mark = scope.mark();
            budget.enter(with.value().at());
            Object value = evaluator.value(with.value(), dot);
            End end = Values.truth(value) ? nodes(with.then(), value) : nodes(with.otherwise(), dot);
            budget.leave();
            scope.backTo(mark);
            return end;
        }

        private End range(Node.Range range, @Nullable Object dot) {
            int mark = scope.mark();
            budget.enter(range.values().at());
            Object values = evaluator.valueOnly(range.values(), dot);
            End end = End.REACHED;
            if (!each(range, values)) {
                declare(range.values(), values, values);
                end = nodes(range.otherwise(), dot);
            }
            budget.leave();
            scope.backTo(mark);
            return end;
        }

        /** Whether there was anything to go over. */
        private boolean each(Node.Range range, @Nullable Object values) {
            return switch (values) {
                case null -> false;
                case Long count -> numbers(range, count);
                case List<?> list -> elements(range, list);
                case Map<?, ?> map -> entries(range, map);
                default ->
                    throw new TemplateException(
                            "range goes over lists, maps and ints, got " + Shown.kind(values),
                            range.values().at());
            };
        }

        private boolean numbers(Node.Range range, long count) {
            for (long i = 0; i < count; i++) {
                if (once(range, i, i) == End.BREAK) {
                    break;
                }
            }
            return count > 0;
        }

        private boolean elements(Node.Range range, List<?> list) {
            long index = 0;
            for (Object element : list) {
                if (once(range, index++, element) == End.BREAK) {
                    break;
                }
            }
            return !list.isEmpty();
        }

        private boolean entries(Node.Range range, Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : new TreeMap<>(Collections.<Object, Object>unmodifiableMap(map)).entrySet()) {
                if (once(range, entry.getKey(), entry.getValue()) == End.BREAK) {
                    break;
                }
            }
            return !map.isEmpty();
        }

        private End once(Node.Range range, @Nullable Object key, @Nullable Object element) {
            budget.step(range.values().at());
            int mark = scope.mark();
            Object value = Values.normal(element);
            declare(range.values(), key, value);
            End end = nodes(range.body(), value);
            scope.backTo(mark);
            return end;
        }

        /** Of two variables the first takes the key; a single one takes the value. */
        private void declare(Pipeline pipeline, @Nullable Object key, @Nullable Object value) {
            List<String> variables = pipeline.variables();
            for (int i = 0; i < variables.size(); i++) {
                Object taken = i == variables.size() - 1 ? value : key;
                if (pipeline.assigns()) {
                    scope.assign(variables.get(i), taken);
                } else {
                    scope.declare(variables.get(i), taken);
                }
            }
        }

        private void call(Node.Call call, @Nullable Object dot) {
            List<Node> body = templates.get(call.name());
            if (body == null) {
                throw new TemplateException(
                        "template " + Shown.quoted(call.name()) + " not defined; "
                                + Shown.known(templates.keySet(), "there is none"),
                        call.at());
            }
            budget.step(call.at());
            budget.enter(call.at());
            Object value = call.value() == null ? null : evaluator.value(call.value(), dot);
            new Body(new Scope(value)).nodes(body, value);
            budget.leave();
        }
    }
}
