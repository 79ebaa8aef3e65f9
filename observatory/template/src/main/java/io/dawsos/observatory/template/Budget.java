package io.dawsos.observatory.template;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What one execution may still do. */
final class Budget {
    private static final int CHARACTERS_A_STEP = 64;

    private final Limits limits;
    private long steps;
    private int depth;

    Budget(Limits limits) {
        this.limits = limits;
    }

    void step(Place at) {
        spend(1, at);
    }

    /** For a value that a function has made. */
    void made(@Nullable Object value, Place at) {
        if (value instanceof CharSequence text) {
            if (text.length() > limits.output()) {
                throw new TemplateException("a string of more than " + limits.output() + " characters", at);
            }
            spend(text.length() / CHARACTERS_A_STEP, at);
        } else if (value instanceof Collection<?> collection) {
            spend(collection.size() / CHARACTERS_A_STEP, at);
        }
    }

    private void spend(long cost, Place at) {
        steps += cost;
        if (steps > limits.steps()) {
            throw new TemplateException(
                    "the template takes more than " + limits.steps() + " steps; is it a loop without end?", at);
        }
    }

    void enter(Place at) {
        if (++depth > Limits.DEPTH) {
            throw new TemplateException(
                    "templates call each other and actions stand in each other more than " + Limits.DEPTH
                            + " deep; does a template call itself without end?",
                    at);
        }
    }

    void leave() {
        depth--;
    }
}
