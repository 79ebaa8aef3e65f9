/**
 * The service over HTTP: handlers, what they take and answer, and problem documents (RFC 9457) for what goes wrong.
 * Numbers in JSON are exact decimals, written plainly: read them with a decimal type.
 */
@NullMarked
package io.dawsos.portfolio.api;

import org.jspecify.annotations.NullMarked;
