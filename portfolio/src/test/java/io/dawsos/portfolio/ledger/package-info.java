@NullMarked
package io.dawsos.portfolio.ledger;

import org.jspecify.annotations.NullMarked;
