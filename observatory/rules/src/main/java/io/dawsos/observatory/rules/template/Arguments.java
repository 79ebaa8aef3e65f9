package io.dawsos.observatory.rules.template;

import io.dawsos.observatory.template.TemplateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function's arguments, by kind. */
final class Arguments {
    private final String function;
    private final List<@Nullable Object> values;

    /** @throws TemplateException when there are not so many */
    Arguments(String function, List<@Nullable Object> values, int count) {
        if (values.size() != count) {
            throw new TemplateException(
                    "wrong number of args for " + function + ": want " + count + " got " + values.size());
        }
        this.function = function;
        this.values = values;
    }

    @Nullable
    Object any(int i) {
        return values.get(i);
    }

    String text(int i) {
        Object value = values.get(i);
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw wrong(i, "a string");
    }

    /** A number, or a text or a duration that can be read as one. */
    double number(int i) {
        return switch (values.get(i)) {
            case Number number -> number.doubleValue();
            case CharSequence text -> parsed(text.toString());
            case TemplateDuration duration -> seconds(duration.value());
            case null, default -> throw wrong(i, "a number");
        };
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    private double parsed(String text) {
        try {
            return GoNumber.parse(text);
        } catch (NumberFormatException e) {
            throw new TemplateException(function + "() wants a number, got \"" + text + '"');
        }
    }

    TemplateSample sample(int i) {
        if (values.get(i) instanceof TemplateSample sample) {
            return sample;
        }
        throw wrong(i, "a sample of a query's result");
    }

    List<TemplateSample> samples(int i) {
        if (!(values.get(i) instanceof List<?> list)) {
            throw wrong(i, "a query's result");
        }
        List<TemplateSample> samples = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof TemplateSample sample)) {
                throw wrong(i, "a query's result");
            }
            samples.add(sample);
        }
        return samples;
    }

    private TemplateException wrong(int i, String wanted) {
        Object value = values.get(i);
        String came = value == null ? "nil" : value.getClass().getSimpleName();
        return new TemplateException(function + "() wants " + wanted + " as argument " + (i + 1) + ", got " + came);
    }
}
