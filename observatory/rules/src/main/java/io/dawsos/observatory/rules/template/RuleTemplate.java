package io.dawsos.observatory.rules.template;

import io.dawsos.observatory.template.Template;
import io.dawsos.observatory.template.TemplateException;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The text of a label or an annotation, which stands for another text for each alert. */
public sealed interface RuleTemplate {
    /**
     * The text for an alert. A template that fails gives a text that says why.
     *
     * @param labels of the alert's series, the metric's name included
     * @param value of the series: a number, or a histogram's text
     * @param now what the evaluation calls now
     */
    String expand(Map<String, String> labels, Object value, Instant now, TemplateQuery query);

    /** Parses a text. */
    static RuleTemplate parse(RuleTemplates templates, String name, String text) {
        if (!text.contains("{{")) {
            return new Plain(text);
        }
        try {
            return new Parsed(templates, name, templates.set().parse(name, text));
        } catch (TemplateException e) {
            return new Plain(failure("error parsing template " + name + ": " + e.getMessage()));
        }
    }

    private static String failure(String problem) {
        return "<error expanding template: " + problem + ">";
    }

    /** A text that is the same for every alert. */
    record Plain(String text) implements RuleTemplate {
        @Override
        public String expand(Map<String, String> labels, Object value, Instant now, TemplateQuery query) {
            return text;
        }
    }

    /** A text with actions. */
    record Parsed(RuleTemplates templates, String name, Template template) implements RuleTemplate {
        private static final Logger LOG = LoggerFactory.getLogger(RuleTemplate.class);

        @Override
        public String expand(Map<String, String> labels, Object value, Instant now, TemplateQuery query) {
            TemplateData data = templates.data(labels, value);
            try {
                return QueryFunctions.expand(new QueryFunctions.Surroundings(query, now), () -> template.text(data));
            } catch (TemplateException e) {
                LOG.warn("The template {} cannot be expanded: {}", name, e.getMessage());
                return failure("error executing template " + name + ": " + e.getMessage());
            }
        }
    }
}
