/**
 * Who calls and what they may do: bearer tokens signed with the service's own key or by an outside issuer, and four
 * roles. Enter at {@link io.dawsos.portfolio.security.SecurityConfiguration}; handlers see a
 * {@link io.dawsos.portfolio.security.Caller}.
 */
@NullMarked
package io.dawsos.portfolio.security;

import org.jspecify.annotations.NullMarked;
