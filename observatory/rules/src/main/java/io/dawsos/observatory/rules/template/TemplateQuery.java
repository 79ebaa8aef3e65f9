package io.dawsos.observatory.rules.template;

import java.util.List;

/** Answers the queries that a template makes, as of the time that it is expanded for. */
@FunctionalInterface
public interface TemplateQuery {
    /** Answers none. */
    TemplateQuery NONE = query -> List.of();

    /** @throws io.dawsos.observatory.promql.PromQlException when there is no answer */
    List<TemplateSample> query(String query);
}
