package io.dawsos.observatory.template;

import java.util.ArrayList;
import java.util.List;

/** The names of the variables that are declared where the parser stands. */
final class Variables {
    /** The value that a template is executed with. */
    static final String ROOT = "$";

    private List<String> names = new ArrayList<>(List.of(ROOT));

    int mark() {
        return names.size();
    }

    void backTo(int mark) {
        names.subList(mark, names.size()).clear();
    }

    void declare(String name) {
        names.add(name);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** Hides all but the root, for a template's definition; gives what was hidden. */
    List<String> hide() {
        List<String> hidden = names;
        names = new ArrayList<>(List.of(ROOT));
        return hidden;
    }

    void show(List<String> hidden) {
        names = hidden;
    }

    List<String> all() {
        return List.copyOf(names);
    }
}
