/**
 * When keys, passwords and certificates expire, so that somebody is told before they do: enter at {@link
 * io.dawsos.portfolio.credential.CredentialConfiguration}.
 */
@NullMarked
package io.dawsos.portfolio.credential;

import org.jspecify.annotations.NullMarked;
