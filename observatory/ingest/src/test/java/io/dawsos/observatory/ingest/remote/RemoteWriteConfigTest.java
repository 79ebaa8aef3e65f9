package io.dawsos.observatory.ingest.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.config.ConfigFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteWriteConfigTest {

    private static List<RemoteWriteConfig> read(String text) {
        return RemoteWriteConfig.readAll(
                ConfigFile.parse("prometheus.yml", text).list());
    }

    @Test
    void config_wholeEntry_isRead() {
        RemoteWriteConfig config = read("""
                - url: https://user:secret@example.org/write?key=hidden
                  name: far
                  remote_timeout: 7s
                  headers: {X-Scope: "1"}
                  protobuf_message: io.prometheus.write.v2.Request
                  send_exemplars: true
                  queue_config: {max_shards: 4, max_backoff: 10s, retry_on_http_429: true}
                  metadata_config: {send: false}
                  basic_auth: {username: a, password: b}
                """).getFirst();

        assertThat(config.name()).isEqualTo("far");
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.message()).isEqualTo(RemoteWriteMessage.V2);
        assertThat(config.queue().maxShards()).isEqualTo(4);
        assertThat(config.queue().maxSamplesPerSend()).isEqualTo(2000);
        assertThat(config.queue().retryOnHttp429()).isTrue();
        assertThat(config.metadata().send()).isFalse();
        assertThat(config.target()).isEqualTo("https://example.org/write");
        assertThat(config.toString()).doesNotContain("secret").doesNotContain("hidden");
    }

    @Test
    void config_wrong_saysWhereAndWhat() {
        assertThatThrownBy(() -> read("- url: https://a/b\n  sigv4: {}\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("sigv4");
        assertThatThrownBy(() -> read("- url: nowhere\n")).hasMessageContaining("wanted an http or https address");
        assertThatThrownBy(() -> read("- name: a\n")).hasMessageContaining("url");
        assertThatThrownBy(() -> read("- url: http://a/b\n  urll: x\n")).hasMessageContaining("urll");
        assertThatThrownBy(() -> read("- {url: http://a/b, name: x}\n- {url: http://a/c, name: x}\n"))
                .hasMessageContaining("two entries of remote_write are called \"x\"");
        assertThatThrownBy(() -> read("- url: http://a/b\n  protobuf_message: other\n"))
                .hasMessageContaining("no such message: \"other\"");
        assertThatThrownBy(() -> read("- url: http://a/b\n  queue_config: {min_shards: 9, max_shards: 2}\n"))
                .hasMessageContaining("min_shards is 9, more than max_shards, 2");
    }
}
