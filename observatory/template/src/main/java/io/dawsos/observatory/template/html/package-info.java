/**
 * Escaping by context, as Go's {@code html/template} does it: what comes from data cannot leave the place in HTML, in an
 * address, a style or a script where the template puts it. Enter at {@link
 * io.dawsos.observatory.template.html.ContextualEscaper}.
 */
@NullMarked
package io.dawsos.observatory.template.html;

import org.jspecify.annotations.NullMarked;
