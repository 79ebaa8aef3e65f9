package io.dawsos.observatory.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Templates that can call each other, and the functions that they know. Files define templates; texts are then parsed to
 * {@link Template}s, each of which sees the set as it was at that time. Safe for threads.
 *
 * <pre>{@code
 * TemplateSet set = TemplateSet.builder().function("toUpper", …).missingKey(MissingKey.ZERO).build();
 * set.define("slack.tmpl", "{{ define \"title\" }}[{{ .status }}]{{ end }}");
 * String title = set.parse("title", "{{ template \"title\" . }}").text(Map.of("status", "firing"));
 * }</pre>
 */
public final class TemplateSet {
    private final Map<String, TemplateFunction> functions;
    private final MissingKey missing;
    private final Limits limits;
    private final String prelude;
    private final Map<String, List<Node>> templates = new HashMap<>();

    private TemplateSet(Builder builder) {
        this.functions = Map.copyOf(builder.functions);
        this.missing = builder.missing;
        this.limits = builder.limits;
        this.prelude = builder.prelude;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Adds what a file defines. A later definition replaces an earlier one of the same name unless it is empty. The
     * file's text outside of definitions is a template too, by the file's name.
     *
     * @throws TemplateException when the text cannot be parsed; the set is then as it was
     */
    public void define(String fileName, String text) {
        Parser.Parsed parsed = parsed(fileName, text, new Variables());
        synchronized (templates) {
            parsed.definitions().forEach((name, body) -> add(templates, name, body));
            add(templates, fileName, parsed.body());
        }
    }

    /**
     * A template from a text. What it defines is seen by itself alone.
     *
     * @param name for messages
     * @throws TemplateException when the text cannot be parsed
     */
    public Template parse(String name, String text) {
        Variables variables = new Variables();
        List<Node> body =
                new ArrayList<>(parsed(name + " (prelude)", prelude, variables).body());
        Parser.Parsed parsed = parsed(name, text, variables);
        body.addAll(parsed.body());
        Map<String, List<Node>> seen = known();
        parsed.definitions().forEach((defined, nodes) -> add(seen, defined, nodes));
        return new Template(name, body, seen, missing, limits);
    }

    private Map<String, List<Node>> known() {
        synchronized (templates) {
            return new HashMap<>(templates);
        }
    }

    private Parser.Parsed parsed(String name, String text, Variables variables) {
        if (text.length() > limits.text()) {
            throw new TemplateException(
                    "a template has at most " + limits.text() + " characters, got " + text.length(),
                    new Place(name, 1, 1));
        }
        return Parser.parse(new Source(name, text), variables, functions);
    }

    private static void add(Map<String, List<Node>> templates, String name, List<Node> body) {
        if (!Parser.isEmpty(body) || !templates.containsKey(name)) {
            templates.put(name, body);
        }
    }

    /** What a set of templates is made of. */
    public static final class Builder {
        private final Map<String, TemplateFunction> functions = new HashMap<>();
        private MissingKey missing = MissingKey.NO_VALUE;
        private Limits limits = Limits.DEFAULT;
        private String prelude = "";

        private Builder() {}

        /** Adds a function; it comes before a built-in one of the same name. */
        public Builder function(String name, TemplateFunction function) {
            functions.put(name, function);
            return this;
        }

        public Builder missingKey(MissingKey meaning) {
            this.missing = meaning;
            return this;
        }

        public Builder limits(Limits most) {
            this.limits = most;
            return this;
        }

        /** Actions that stand before every text that is parsed, to declare variables; places do not count them. */
        public Builder prelude(String actions) {
            this.prelude = actions;
            return this;
        }

        public TemplateSet build() {
            Builtins.functions(limits).forEach(functions::putIfAbsent);
            return new TemplateSet(this);
        }
    }
}
