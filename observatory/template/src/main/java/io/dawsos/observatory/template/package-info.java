/**
 * The Go template language as Prometheus and Alertmanager use it. Enter at {@link
 * io.dawsos.observatory.template.TemplateSet}.
 */
@NullMarked
package io.dawsos.observatory.template;

import org.jspecify.annotations.NullMarked;
