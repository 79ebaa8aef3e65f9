package io.dawsos.telemetry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In the plain run what is tagged is left out and properties are tried as often as they say; in the long form not. */
class LongFormTest {

    private static final AtomicInteger TRIES = new AtomicInteger();

    @Property(tries = 10)
    void property_tried(@ForAll int number) {
        TRIES.incrementAndGet();
        assertThat(Integer.parseInt(Integer.toString(number))).isEqualTo(number);
    }

    @AfterProperty
    void property_triedAsOftenAsTheFormWants() {
        assertThat(TRIES).hasValue(LongForm.isAsked() ? 200 : 10);
    }

    @Test
    @Tag("long")
    void tagged_runsInTheLongFormOnly() {
        assertThat(LongForm.isAsked()).isTrue();
    }
}
