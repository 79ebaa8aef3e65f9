package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.Expr;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Jazzer feeds its inputs to. Any text is either parsed or refused with a place that lies in it; what was parsed is
 * printed, both ways, and parsed again as the same. Anything else that is thrown is a find.
 */
public final class PromqlFuzzTarget {
    private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);
    private static final Pattern PLACE = Pattern.compile("query (\\d+):(\\d+): .+", Pattern.DOTALL);

    private PromqlFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) {
        String query = new String(data, StandardCharsets.UTF_8);
        Expr expr;
        try {
            expr = PromQl.parse(query, ALL);
        } catch (PromQlException e) {
            checkPlace(String.valueOf(e.getMessage()), query);
            return;
        }
        again(PromQl.text(expr), expr);
        again(PromQl.format(expr), expr);
    }

    private static void checkPlace(String message, String query) {
        Matcher place = PLACE.matcher(message);
        if (!place.matches()) {
            throw new IllegalStateException("without a place: " + message);
        }
        List<String> lines = List.of(query.split("\n", -1));
        int line = Integer.parseInt(place.group(1));
        int column = Integer.parseInt(place.group(2));
        if (line < 1
                || line > lines.size()
                || column < 1
                || column > lines.get(line - 1).length() + 1) {
            throw new IllegalStateException("outside of the query: " + message);
        }
    }

    private static void again(String text, Expr expr) {
        try {
            if (!PromQl.parse(text, ALL).sameAs(expr)) {
                throw new IllegalStateException("parsed again as another: " + text);
            }
        } catch (PromQlException e) {
            throw new IllegalStateException("not parsed again: " + text, e);
        }
    }
}
