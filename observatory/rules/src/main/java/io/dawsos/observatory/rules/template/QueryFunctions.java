package io.dawsos.observatory.rules.template;

import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateFunction;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The functions that ask queries and read their answers. What they ask is bound while a template is expanded. */
final class QueryFunctions {
    /** A template's surroundings. */
    record Surroundings(TemplateQuery query, Instant now) {}

    private static final ScopedValue<Surroundings> CURRENT = ScopedValue.newInstance();

    private QueryFunctions() {}

    static String expand(Surroundings surroundings, ScopedValue.CallableOp<String, RuntimeException> expansion) {
        return ScopedValue.where(CURRENT, surroundings).call(expansion);
    }

    static Map<String, TemplateFunction> all() {
        Map<String, TemplateFunction> functions = new HashMap<>();
        functions.put("query", values -> query(new Arguments("query", values, 1).text(0)));
        functions.put("first", values -> first(new Arguments("first", values, 1).samples(0)));
        functions.put("label", values -> {
            Arguments arguments = new Arguments("label", values, 2);
            return labelOf(arguments.sample(1), arguments.text(0));
        });
        functions.put(
                "value", values -> new Arguments("value", values, 1).sample(0).value());
        functions.put("strvalue", values -> labelOf(new Arguments("strvalue", values, 1).sample(0), "__value__"));
        functions.put("sortByLabel", values -> {
            Arguments arguments = new Arguments("sortByLabel", values, 2);
            return sorted(arguments.samples(1), arguments.text(0));
        });
        functions.put("now", values -> now(new Arguments("now", values, 0)));
        return functions;
    }

    private static List<TemplateSample> query(String query) {
        try {
            return CURRENT.get().query().query(query);
        } catch (PromQlException e) {
            throw new TemplateException(String.valueOf(e.getMessage()));
        }
    }

    private static TemplateSample first(List<TemplateSample> samples) {
        if (samples.isEmpty()) {
            throw new TemplateException("first() called on vector with no elements");
        }
        return samples.getFirst();
    }

    private static String labelOf(TemplateSample sample, String name) {
        return sample.labels().getOrDefault(name, "");
    }

    private static List<TemplateSample> sorted(List<TemplateSample> samples, String label) {
        return samples.stream()
                .sorted(Comparator.comparing((TemplateSample sample) -> labelOf(sample, label)))
                .toList();
    }

    private static double now(Arguments none) {
        Objects.requireNonNull(none);
        return CURRENT.get().now().toEpochMilli() / 1000.0;
    }
}
