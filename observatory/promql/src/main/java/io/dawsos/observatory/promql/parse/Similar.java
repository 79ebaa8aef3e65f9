package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.ast.AggregateOp;
import io.dawsos.observatory.promql.function.Functions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds the function that was meant. */
final class Similar {
    private static final int FARTHEST = 2;

    private Similar() {}

    /** A clause for a message, empty when no name is near. */
    static String advice(String name) {
        List<String> names = new ArrayList<>(Functions.names());
        Arrays.stream(AggregateOp.values()).map(AggregateOp::text).forEach(names::add);
        String nearest = "";
        int distance = FARTHEST + 1;
        for (String candidate : names) {
            int d = distance(name.toLowerCase(Locale.ROOT), candidate);
            if (d < distance && d < candidate.length() - 1) {
                nearest = candidate;
                distance = d;
            }
        }
        return nearest.isEmpty() ? "" : "; did you mean " + nearest + "()?";
    }

    /** How many characters must be put in, taken out or changed. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > FARTHEST) {
            return FARTHEST + 1;
        }
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
