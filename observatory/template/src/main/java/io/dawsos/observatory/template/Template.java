package io.dawsos.observatory.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A template that can be executed, again and again and by several threads at once. Immutable. */
public final class Template {
    private final String name;
    private final List<Node> body;
    private final Map<String, List<Node>> templates;
    private final MissingKey missing;
    private final Limits limits;

    Template(String name, List<Node> body, Map<String, List<Node>> templates, MissingKey missing, Limits limits) {
        this.name = name;
        this.body = List.copyOf(body);
        this.templates = Map.copyOf(templates);
        this.missing = missing;
        this.limits = limits;
    }

    public String name() {
        return name;
    }

    /**
     * Its text for data.
     *
     * @throws TemplateException when the template cannot be executed with the data, or a limit is reached
     */
    public String text(@Nullable Object data) {
        return execute(data, new PlainOutput(limits.output()));
    }

    /**
     * Its HTML for data: what comes from the data is escaped as the place where it stands demands.
     *
     * @throws TemplateException when the template cannot be executed with the data, or a limit is reached, or it ends
     *     within a tag, a script or a comment
     */
    public String html(@Nullable Object data) {
        return execute(data, new HtmlOutput(name, limits.output()));
    }

    private String execute(@Nullable Object data, Output output) {
        new Execution(templates, missing, limits, output).run(body, data);
        return output.finished();
    }
}
