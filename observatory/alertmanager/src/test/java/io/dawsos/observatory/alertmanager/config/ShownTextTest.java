package io.dawsos.observatory.alertmanager.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.Amtool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownTextTest {
    private static final String FILE = """
            global:
              smtp_auth_password: s3cret
              opsgenie_api_key: s3cret
              slack_api_url: https://hooks.slack.com/s3cret
              smtp_smarthost: 'a:25'
              smtp_from: 'x: #y'
              http_config:
                basic_auth: {username: u, password: s3cret}
                proxy_url: http://user:s3cret@proxy:3128
                http_headers: {X-Key: {secrets: [s3cret]}}
            route:
              receiver: r
              routes:
              - match_re: {a: 'b|"c"', token: x}
                matchers: ['d="e\\\\n"', ]
                group_by: []
                continue: true
            receivers:
            - name: r
              pagerduty_configs: [{routing_key: s3cret, description: "1", details: {n: 1}}]
              slack_configs: [{api_url: 'https://hooks.slack.com/s3cret', channel: '#a'}]
              webhook_configs: [{url: 'http://a/s3cret', http_config: {authorization: {credentials: s3cret}}}]
              opsgenie_configs: [{api_key_file: /etc/key}]
              telegram_configs: [{bot_token: s3cret, chat_id: -100123}]
            """;

    @TempDir
    private Path folder;

    @Test
    void shown_everySecret_isLeftOut() {
        String shown = AlertmanagerConfig.parse("alertmanager.yml", FILE).shown();

        assertThat(shown)
                .doesNotContain("s3cret")
                .contains("  smtp_auth_password: <secret>\n")
                .contains("api_key_file: \"/etc/key\"\n")
                .contains("proxy_url: \"http://proxy:3128\"\n")
                .contains("chat_id: -100123\n");
    }

    @Test
    void shown_readAgain_isTheSameRoutes() {
        AlertmanagerConfig config = AlertmanagerConfig.parse("alertmanager.yml", FILE);
        String again = config.shown().replace("<secret>", "http://secret");

        assertThat(AlertmanagerConfig.parse("alertmanager.yml", again)
                        .route()
                        .routes()
                        .toString())
                .isEqualTo(config.route().routes().toString());
    }

    @Test
    void shown_amtool_readsIt() throws Exception {
        Amtool.need();
        AlertmanagerConfig config = AlertmanagerConfig.parse("alertmanager.yml", """
                global: {slack_api_url: 'https://a/b', opsgenie_api_key: k}
                route: {receiver: 'a b', routes: [{match: {x: '1'}, group_wait: 10s}]}
                receivers: [{name: 'a b', slack_configs: [{channel: '#x', send_resolved: true}], opsgenie_configs: [{}]}]
                """);
        Path file = Files.writeString(folder.resolve("shown.yml"), config.shown());

        assertThat(Amtool.run("check-config", file.toString()).output()).contains("SUCCESS");
    }
}
