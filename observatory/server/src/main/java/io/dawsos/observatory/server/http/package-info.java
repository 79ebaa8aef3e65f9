/** What every way in has in common: parameters, bodies with limits, answers in JSON, the token, who has gone away. */
@NullMarked
package io.dawsos.observatory.server.http;

import org.jspecify.annotations.NullMarked;
