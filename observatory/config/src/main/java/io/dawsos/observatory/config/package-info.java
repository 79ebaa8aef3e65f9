/** Configuration files with places in their errors, and what several parts read alike: durations, secrets, HTTP clients, relabelling. */
@NullMarked
package io.dawsos.observatory.config;

import org.jspecify.annotations.NullMarked;
