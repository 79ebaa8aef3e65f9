package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The value of one key of metadata. */
public sealed interface MetaValue {

    record Text(String text) implements MetaValue {}

    /** An account, a commodity, a tag with its #, a link with its ^, TRUE, FALSE or NULL: as it was written. */
    record Name(String name) implements MetaValue {}

    record Day(LocalDate date) implements MetaValue {}

    record Number(BigDecimal number) implements MetaValue {}

    record Money(Amount amount) implements MetaValue {}

    /** A key with nothing after it. */
    record Nothing() implements MetaValue {}
}
