package io.dawsos.observatory.rules.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class HumanizedPropertyTest {
    private static final String UNITS = "yzafpnum kMGTPEZY";

    @Property
    void metric_readBack_isTheNumberToFourDigits(@ForAll @DoubleRange(min = 1, max = 1e23) double value) {
        check(value);
        check(-value);
        check(1 / value);
    }

    private static void check(double value) {
        String text = Humanized.metric(value);
        assertThat(read(text) / value).isCloseTo(1, offset(0.001));
        assertThat(text.length()).isLessThan(12);
    }

    private static double read(String text) {
        int unit = UNITS.indexOf(text.charAt(text.length() - 1));
        return unit < 0
                ? Double.parseDouble(text)
                : Double.parseDouble(text.substring(0, text.length() - 1)) * Math.pow(1000, unit - UNITS.indexOf(' '));
    }

    @Property
    void everyForm_ofAnyNumber_isText(@ForAll double value) {
        assertThat(Humanized.metric(value)).isNotEmpty();
        assertThat(Humanized.binary(value)).isNotEmpty();
        assertThat(Humanized.duration(value)).isNotEmpty();
        assertThat(Humanized.percentage(value)).endsWith("%");
    }
}
