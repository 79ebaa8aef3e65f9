package io.dawsos.portfolio.database;

import io.dawsos.portfolio.Settings;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the service brings its own database. */
final class NoDatabaseGiven implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return context.getBeanFactory() != null
                && context.getBeanFactory().getBean(Settings.class).database() == null;
    }
}
