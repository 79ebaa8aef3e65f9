/** The files that say what the server does, read as a whole and put to use together, or not at all. */
@NullMarked
package io.dawsos.observatory.server.config;

import org.jspecify.annotations.NullMarked;
