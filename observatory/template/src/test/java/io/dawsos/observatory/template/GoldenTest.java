package io.dawsos.observatory.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates of {@code golden.txt}, whose texts are Go's. */
class GoldenTest {
    static List<Golden> goldens() {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void template_ofTheGoldens_givesWhatGoGives(Golden golden) {
        if (golden.fails()) {
            assertThatThrownBy(() -> result(golden))
                    .isInstanceOf(TemplateException.class)
                    .hasMessage(golden.expected());
        } else {
            assertThat(result(golden)).isEqualTo(golden.expected());
        }
    }

    static String result(Golden golden) {
        Template template = GoldenData.set().parse("t", golden.template());
        return golden.html() ? template.html(GoldenData.data()) : template.text(GoldenData.data());
    }
}
