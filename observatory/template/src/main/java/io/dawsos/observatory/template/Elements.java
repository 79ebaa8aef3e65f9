package io.dawsos.observatory.template;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements of strings, lists and maps. A string's are the bytes of its UTF-8, as in Go. */
final class Elements {
    private Elements() {}

    static long length(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> text.toString().getBytes(StandardCharsets.UTF_8).length;
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            case null, default ->
                throw new TemplateException("wants a string, a list or a map, got " + Shown.kind(value));
        };
    }

    /** The first argument's element by the second's index or key, of that the element by the third's and so on. */
    static @Nullable Object index(List<@Nullable Object> arguments) {
        if (arguments.isEmpty()) {
            throw new TemplateException("wants a list or a map, and indexes or keys; got nothing");
        }
        Object value = arguments.getFirst();
        for (int i = 1; i < arguments.size(); i++) {
            value = Values.normal(element(value, arguments, i));
        }
        return value;
    }

    private static @Nullable Object element(@Nullable Object value, List<@Nullable Object> arguments, int i) {
        return switch (value) {
            case CharSequence text -> {
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                yield (long) (bytes[within(arguments, i, bytes.length - 1)] & 0xff);
            }
            case List<?> list -> list.get(within(arguments, i, list.size() - 1));
            case Map<?, ?> map -> {
                String key = Arguments.string(arguments, i, "a key");
                yield map.containsKey(key) ? map.get(key) : Members.zero(map);
            }
            case null -> throw new TemplateException("nil has no elements");
            default ->
                throw new TemplateException("wants a list or a map to take an element of, got " + Shown.kind(value));
        };
    }

    private static int within(List<@Nullable Object> arguments, int i, int most) {
        long index = Arguments.integer(arguments, i, "an index");
        if (index < 0 || index > most) {
            throw new TemplateException("index out of range: " + index
                    + (most < 0 ? "; it is empty" : "; from 0 to " + most + " there is something"));
        }
        return (int) index;
    }

    /** {@code slice x 1 3}: the elements from an index to before another. */
    static Object slice(List<@Nullable Object> arguments) {
        if (arguments.isEmpty() || arguments.size() > 4) {
            throw new TemplateException("wants a string or a list and at most 3 indexes");
        }
        return switch (arguments.getFirst()) {
            case CharSequence text -> {
                if (arguments.size() > 3) {
                    throw new TemplateException("a string is sliced with at most 2 indexes");
                }
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                int to = to(arguments, bytes.length);
                yield new String(Arrays.copyOfRange(bytes, from(arguments, to), to), StandardCharsets.UTF_8);
            }
            case List<?> list -> {
                int to = to(arguments, list.size());
                yield list.subList(from(arguments, to), to);
            }
            case null, default -> throw Arguments.wrong(arguments, 0, "a string or a list");
        };
    }

    private static int to(List<@Nullable Object> arguments, int size) {
        int most = arguments.size() > 3 ? within(arguments, 3, size) : size;
        return arguments.size() > 2 ? within(arguments, 2, most) : size;
    }

    private static int from(List<@Nullable Object> arguments, int to) {
        return arguments.size() > 1 ? within(arguments, 1, to) : 0;
    }
}
