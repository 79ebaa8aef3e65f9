package io.dawsos.observatory.alertmanager.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GoJsonTest {
    @Test
    void text_values_areAsGoWritesThem() {
        JsonObject object = new JsonObject()
                .put("b", "a\"\\\n\t<>&\u2028\u0001é")
                .put("a", Arrays.asList(1L, 2.5, 1e21, 1e-7, 100.0, true, null))
                .putNonEmpty("none", "")
                .put("map", Map.of("z", 1L, "y", List.of()));
        assertThat(GoJson.text(object))
                .isEqualTo("{\"b\":\"a\\\"\\\\\\n\\t\\u003c\\u003e\\u0026\\u2028\\u0001é\","
                        + "\"a\":[1,2.5,1e+21,1e-7,100,true,null],\"map\":{\"y\":[],\"z\":1}}");
    }

    @Test
    void text_tooDeep_isRefused() {
        Object deep = "x";
        for (int i = 0; i < 200; i++) {
            deep = Collections.singletonList(deep);
        }
        Object tooDeep = deep;
        assertThatThrownBy(() -> GoJson.text(tooDeep)).hasMessageContaining("more than 100 levels");
    }

    @Property(tries = 300)
    void text_anyNumber_isReadBackAsTheSame(@ForAll double number) {
        assertThat(JsonMapper.shared().readValue(GoJson.text(number), Double.class))
                .isEqualTo(number);
    }

    @Property(tries = 300)
    void text_anyString_isReadBackAsTheSame(@ForAll String text) {
        assertThat(JsonMapper.shared().readValue(GoJson.text(text), String.class))
                .isEqualTo(text);
    }
}
