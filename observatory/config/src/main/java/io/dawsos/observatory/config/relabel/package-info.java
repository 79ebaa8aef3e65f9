/** Prometheus's relabelling: rules that rewrite or drop a label set. {@link io.dawsos.observatory.config.relabel.Relabelling} applies them. */
@NullMarked
package io.dawsos.observatory.config.relabel;

import org.jspecify.annotations.NullMarked;
