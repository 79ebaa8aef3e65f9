package io.dawsos.observatory.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConfigMapTest {
    private static ConfigMap map(String text) {
        return ConfigFile.parse("a.yml", text).map();
    }

    @Test
    void end_unknownKey_namesTheNearestKnown() {
        ConfigMap map = map("receiver: a\nrecievers: b");
        map.string("receiver", "");
        map.list("receivers");

        assertThatThrownBy(map::end).hasMessage("a.yml:2: recievers: unknown key; did you mean \"receivers\"?");
    }

    @Test
    void end_nothingNear_listsTheKnown() {
        ConfigMap map = map("xyzzy: a");
        map.string("job_name", "");
        map.unsupported("never", "it is not built");

        assertThatThrownBy(map::end).hasMessage("a.yml:1: xyzzy: unknown key; known here: job_name");
    }

    @Test
    void end_allAskedFor_passes() {
        ConfigMap map = map("a: 1\nb: [x]");
        assertThat(map.has("a")).isTrue();
        assertThat(map.need("b").strings()).containsExactly("x");

        assertThatCode(map::end).doesNotThrowAnyException();
    }

    @Test
    void map_readTwice_isTheSame() {
        ConfigNode node = ConfigFile.parse("a.yml", "a: 1");
        node.map().string("a", "");

        assertThatCode(() -> node.map().end()).doesNotThrowAnyException();
    }

    @Test
    void unsupported_present_isRefusedByName() {
        assertThatThrownBy(() -> map("dns_sd_configs: []").unsupported("dns_sd_configs", "write file_sd_configs"))
                .hasMessage("a.yml:1: dns_sd_configs: not supported; write file_sd_configs");
    }

    @Test
    void need_absent_isSaid() {
        assertThatThrownBy(() -> map("a: {b: 1}").need("a").map().need("c")).hasMessage("a.yml:1: a: \"c\" is missing");
    }

    @Test
    void secret_inText_isHidden() {
        Secret secret = map("key: hunter2").secretOrNull("key");

        assertThat(secret).hasToString("<secret>").isEqualTo(new Secret("hunter2"));
    }
}
