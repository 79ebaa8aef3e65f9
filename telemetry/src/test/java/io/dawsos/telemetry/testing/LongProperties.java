package io.dawsos.telemetry.testing;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** In the long form each property is tried twenty times as often. */
public final class LongProperties implements AroundPropertyHook {

    private static final int TIMES = 20;
    private static final int USUAL = 1000;

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (LongForm.isAsked()) {
            context.attributes().setTries(TIMES * context.attributes().tries().orElse(USUAL));
        }
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
