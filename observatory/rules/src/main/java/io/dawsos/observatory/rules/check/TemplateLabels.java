package io.dawsos.observatory.rules.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The labels that a rule's template reads of the alert: {@code $labels.job}, {@code index $labels "job"}. What is written
 * {@code .Labels.job} is not taken for one: within a range it is another series' label.
 */
final class TemplateLabels {
    private static final Pattern ACTION = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("\\$labels\\.([a-zA-Z_][a-zA-Z0-9_]*)");
    private static final Pattern INDEX = Pattern.compile("\\bindex\\s+\\$labels\\s+\"([^\"\\\\]+)\"");

    private TemplateLabels() {}

    static Set<String> of(String template) {
        Set<String> names = new TreeSet<>();
        Matcher actions = ACTION.matcher(template);
        while (actions.find()) {
            collect(FIELD.matcher(actions.group()), names);
            collect(INDEX.matcher(actions.group()), names);
        }
        return names;
    }

    private static void collect(Matcher found, Set<String> names) {
        while (found.find()) {
            names.add(found.group(1));
        }
    }
}
