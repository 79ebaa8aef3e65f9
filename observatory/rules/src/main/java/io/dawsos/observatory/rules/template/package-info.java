/**
 * Templates of alerts' labels and annotations, with Prometheus's functions; enter at {@link
 * io.dawsos.observatory.rules.template.RuleTemplates}.
 */
@NullMarked
package io.dawsos.observatory.rules.template;

import org.jspecify.annotations.NullMarked;
