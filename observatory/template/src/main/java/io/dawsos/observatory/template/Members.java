package io.dawsos.observatory.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields, keys and methods of values. */
record Members(MissingKey missing) {
    /** A member's value; an object's methods come before a map's keys. */
    @Nullable
    Object get(@Nullable Object receiver, String name, List<@Nullable Object> arguments) {
        return switch (receiver) {
            case null -> ofNil(name, arguments);
            case TemplateObject object
            when !(object instanceof Map) || object.methods().contains(name) ->
                arguments.isEmpty() ? object.field(name) : object.call(name, arguments);
            case Map<?, ?> map -> key(map, name, arguments);
            default ->
                throw new TemplateException(Shown.kind(receiver) + " has no field or method " + Shown.quoted(name));
        };
    }

    private @Nullable Object ofNil(String name, List<@Nullable Object> arguments) {
        if (missing == MissingKey.ERROR || !arguments.isEmpty()) {
            throw new TemplateException("nil has no field or method " + Shown.quoted(name));
        }
        return null;
    }

    private @Nullable Object key(Map<?, ?> map, String name, List<@Nullable Object> arguments) {
        if (!arguments.isEmpty()) {
            throw new TemplateException(Shown.quoted(name) + " is a key and no method, but has arguments");
        }
        if (map.containsKey(name)) {
            return map.get(name);
        }
        return switch (missing) {
            case NO_VALUE -> null;
            case ZERO -> zero(map);
            case ERROR -> throw new TemplateException("map has no entry for key " + Shown.quoted(name));
        };
    }

    /** What a map holds for a key that it lacks. */
    static @Nullable Object zero(Map<?, ?> map) {
        return map instanceof AnyMap ? null : "";
    }
}
