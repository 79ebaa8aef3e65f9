package io.dawsos.observatory.alertmanager.matcher;

import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Matchers as Alertmanager prints them: in its route tree, in group keys, in its API. */
public final class MatcherText {
    /** By name, then value, then operator: the order in which routes and silences keep them. */
    public static final Comparator<Matcher> ORDER = Comparator.comparing(Matcher::name, MatcherText::compareBytes)
            .thenComparing(Matcher::value, MatcherText::compareBytes)
            .thenComparing(Matcher::type);

    private MatcherText() {}

    /** {@code {a="b",c=~"d"}}. */
    public static String of(List<Matcher> matchers) {
        return matchers.stream().map(MatcherText::of).collect(Collectors.joining(",", "{", "}"));
    }

    /** {@code a="b"}; a name with characters that the language reserves is in quotes. */
    public static String of(Matcher matcher) {
        String operator = matcher.type().operator();
        if (matcher.name().isEmpty() || matcher.name().codePoints().anyMatch(MatcherLexer::isReserved)) {
            return GoString.quoted(matcher.name()) + operator + GoString.quoted(matcher.value());
        }
        return matcher.name() + operator + '"' + escaped(matcher.value()) + '"';
    }

    /** Whether labels pass all of them. */
    public static boolean allMatch(List<Matcher> matchers, Labels labels) {
        for (Matcher matcher : matchers) {
            if (!matcher.matches(labels.get(matcher.name()))) {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
    }

    private static int compareBytes(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
