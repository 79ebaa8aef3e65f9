package io.dawsos.observatory.alertmanager.template;

import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateObject;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pairs in their order. Printed as {@code a=b, c=d}. */
public final class Pairs extends AbstractList<Pair> implements TemplateObject {
    private final List<Pair> pairs;

    Pairs(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    @Override
    public Pair get(int index) {
        return pairs.get(index);
    }

    @Override
    public int size() {
        return pairs.size();
    }

    @Override
    public @Nullable Object field(String name) {
        return switch (name) {
            case "Names" -> names();
            case "Values" -> values();
            case "String" -> toString();
            default -> throw new TemplateException("pairs have no method " + name + "; they have Names and Values");
        };
    }

    List<String> names() {
        return pairs.stream().map(Pair::name).toList();
    }

    List<String> values() {
        return pairs.stream().map(Pair::value).toList();
    }

    @Override
    public String typeName() {
        return "template.Pairs";
    }

    @Override
    public boolean printsItself() {
        return true;
    }

    @Override
    public String toString() {
        return pairs.stream().map(pair -> pair.name() + "=" + pair.value()).collect(Collectors.joining(", "));
    }
}
