package io.dawsos.observatory.rules.check;

import java.util.List;

/**
 * A rule file with its expressions laid out.
 *
 * @param kept lines of the expressions that were left alone for the comments in them
 */
public record FormattedRules(String text, List<Integer> kept) {
    public FormattedRules {
        kept = List.copyOf(kept);
    }
}
