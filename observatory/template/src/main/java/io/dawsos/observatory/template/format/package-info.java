/** Numbers, texts, lists and maps as Go's {@code fmt} prints them. Enter at {@link io.dawsos.observatory.template.format.GoFormat}. */
@NullMarked
package io.dawsos.observatory.template.format;

import org.jspecify.annotations.NullMarked;
