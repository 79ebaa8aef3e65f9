package io.dawsos.telemetry.redact;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class QuickLookTest {

    @Test
    void look_idsAndPaths_areNotSuspect() {
        assertThat(QuickLook.isSuspect("8e21d10f-3f0c-411a-a4fa-6816bb76bdba")).isFalse();
        assertThat(QuickLook.isSuspect("/v1/portfolios/00000000-0000-4000-8000-000000000001/valuation"))
                .isFalse();
    }

    /** What the quick look lets pass, the scan must find nothing in. */
    @Property(tries = 5000)
    void look_notSuspect_scanHidesNothing(@ForAll("texts") String text) {
        if (!QuickLook.isSuspect(text)) {
            assertThat(new Scan(text).run()).isEqualTo(text);
        }
    }

    @Property(tries = 5000)
    void redact_sameTextTwice_sameAnswer(@ForAll("texts") String text) {
        Redactor redactor = new Redactor();
        assertThat(redactor.redact(text)).isEqualTo(redactor.redact(text)).isEqualTo(new Redactor().redact(text));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.of(
                "eyJhbGciOiJFUzI1NiJ9.abc",
                "Bearer ",
                "basic ",
                "token",
                "=",
                ":",
                " ",
                "@",
                "%3D",
                "%40",
                "a.b",
                "é",
                "/",
                "<password>");
        Arbitrary<String> noise = Arbitraries.strings().ascii().ofMaxLength(6);
        return Arbitraries.frequencyOf(Tuple.of(2, parts), Tuple.of(1, noise))
                .list()
                .ofMaxSize(10)
                .map(list -> String.join("", list));
    }
}
