/** Recording and alerting rules, and tests of them. */
@NullMarked
package io.dawsos.observatory.rules;

import org.jspecify.annotations.NullMarked;
