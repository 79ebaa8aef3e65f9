/** The Go template language as Prometheus and Alertmanager use it. */
@NullMarked
package io.dawsos.observatory.template;

import org.jspecify.annotations.NullMarked;
