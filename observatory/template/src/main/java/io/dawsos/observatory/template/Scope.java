package io.dawsos.observatory.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variables of a template that is being executed, inner ones last. */
final class Scope {
    private final List<Slot> slots = new ArrayList<>();

    private static final class Slot {
        private final String name;
        private @Nullable Object value;

        Slot(String name, @Nullable Object value) {
            this.name = name;
            this.value = value;
        }
    }

    Scope(@Nullable Object root) {
        declare(Variables.ROOT, root);
    }

    int mark() {
        return slots.size();
    }

    void backTo(int mark) {
        slots.subList(mark, slots.size()).clear();
    }

    void declare(String name, @Nullable Object value) {
        slots.add(new Slot(name, value));
    }

    void assign(String name, @Nullable Object value) {
        find(name).value = value;
    }

    @Nullable
    Object value(String name) {
        return find(name).value;
    }

    private Slot find(String name) {
        for (int i = slots.size() - 1; i >= 0; i--) {
            if (slots.get(i).name.equals(name)) {
                return slots.get(i);
            }
        }
        throw new TemplateException("undefined variable " + Shown.quoted(name));
    }
}
