package io.dawsos.observatory.alertmanager.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.config.Secret;
import io.dawsos.observatory.config.SecretSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerConfigTest {
    private static final String RECEIVER = "route: {receiver: r}\nreceivers:\n- name: r\n";

    @TempDir
    private Path folder;

    private static AlertmanagerConfig parse(String text) {
        return AlertmanagerConfig.parse("alertmanager.yml", text);
    }

    private static <T extends IntegrationConfig> T only(String text, Class<T> kind) {
        return parse(text).receiver("r").all(kind).getFirst();
    }

    @Test
    void parse_smallestFile_hasTheDefaults() {
        AlertmanagerConfig config = parse("route: {receiver: r}\nreceivers: [{name: r}]\n");

        assertThat(config.global().resolveTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.receiver("r").integrations()).isEmpty();
        assertThat(config.unsupported()).isEmpty();
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void parse_unknownReceiver_saysWhichThereAre() {
        assertThatThrownBy(
                        () -> parse(
                                "route:\n  receiver: pagerduty\n  routes:\n  - matchers: [a=b]\n    receiver: pager\nreceivers: [{name: pagerduty}, {name: slack}]\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "alertmanager.yml:5: route.routes[0].receiver: no receiver named \"pager\"; there are \"pagerduty\" and \"slack\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '%', textBlock = """
            receivers: [{name: r}]                                               | route is missing
            {route: {group_by: [a]}, receivers: [{name: r}]}                     | receiver is missing
            {route: {receiver: r, matchers: [a=b]}, receivers: [{name: r}]}      | the root route has no matchers
            {route: {receiver: r, match: {a: b}}, receivers: [{name: r}]}        | the root route has no matchers
            {route: {receiver: r, continue: true}, receivers: [{name: r}]}       | the root route has no continue
            {route: {receiver: r}, receivers: [{name: r}, {name: r}]}            | two receivers named "r"
            {route: {receiver: r}, receivers: [{}]}                              | name is missing
            {route: {receiver: r, group_by: ['...', a]}, receivers: [{name: r}]} | keep one or the others
            {route: {receiver: r, group_by: [a, a]}, receivers: [{name: r}]}     | the label a comes twice
            {route: {receiver: r, group_interval: 0s}, receivers: [{name: r}]}   | group_interval is longer than 0
            {route: {receiver: r, routes: [{match: {ä: b}}]}, receivers: [{name: r}]} | write it as one of matchers
            {route: {receiver: r, routes: [{match_re: {a: '('}}]}, receivers: [{name: r}]} | wants a regular expression
            {route: {receiver: r, routes: [{match_re: {a: }}]}, receivers: [{name: r}]} | wanted a regular expression
            {route: {receiver: r, routes: [{matchers: [a]}]}, receivers: [{name: r}]} | a matcher is a label's name
            {route: {receiver: r, routes: [{mute_time_intervals: [n]}]}, receivers: [{name: r}]} | no time interval named "n"; there are none
            {route: {receiver: r}, receivers: [{name: r}], inhibit_rules: [{source_match_re: {a: }}]} | wanted a regular expression
            {route: {receiver: r}, receivers: [{name: r}], time_intervals: [{name: a}], mute_time_intervals: [{name: a}]} | two time intervals named "a"
            {route: {receiver: r}, receivers: [{name: r}], tracing: {}}          | tracing
            {route: {receiver: r}, receivers: [{name: r, slak_configs: []}]}     | slak_configs
            {global: {slack_api_url: 'x', slack_api_url_file: y}, route: {receiver: r}, receivers: [{name: r}]} | slack_api_url
            {global: {opsgenie_api_key: x, opsgenie_api_key_file: y}, route: {receiver: r}, receivers: [{name: r}]} | wanted one of opsgenie_api_key and opsgenie_api_key_file, got both
            {global: {smtp_smarthost: 'localhost'}, route: {receiver: r}, receivers: [{name: r}]} | wanted host:port
            """)
    void parse_badFile_isRefused(String text, String expected) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("alertmanager.yml:")
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '%', textBlock = """
            webhook_configs: [{}]                                                        | url is missing
            webhook_configs: [{url: 'ftp://a'}]                                          | begins with http:// or https://
            webhook_configs: [{url: 'http://a', url_file: b}]                            | got both
            pagerduty_configs: [{}]                                                      | routing_key is missing
            pagerduty_configs: [{routing_key: a, routing_key_file: b}]                   | got both
            slack_configs: [{channel: a}]                                                | api_url is missing
            slack_configs: [{api_url: 'http://a', app_token: b}]                         | got both
            slack_configs: [{api_url: 'http://a', update_message: true}]                 | update_message needs
            slack_configs: [{api_url: 'http://a', fields: [{title: a}]}]                 | value is missing
            slack_configs: [{api_url: 'http://a', actions: [{type: a, text: b}]}]        | an action has a url or a name
            opsgenie_configs: [{}]                                                       | api_key is missing
            opsgenie_configs: [{api_key: a, responders: [{type: team}]}]                 | has none of them
            opsgenie_configs: [{api_key: a, responders: [{name: b, type: c}]}]           | got "c"
            opsgenie_configs: [{api_key: a, teams: b}]                                   | teams
            telegram_configs: [{chat_id: 1}]                                             | bot_token is missing
            telegram_configs: [{bot_token: a}]                                           | chat_id is missing
            telegram_configs: [{bot_token: a, chat_id: 1, parse_mode: b}]                | parse_mode is
            discord_configs: [{}]                                                        | webhook_url is missing
            msteams_configs: [{webhook_url: 'http://a', webhook_url_file: b}]            | got both
            msteamsv2_configs: [{}]                                                      | webhook_url is missing
            email_configs: [{to: a}]                                                     | smarthost is missing
            email_configs: [{to: a, smarthost: 'b:25'}]                                  | from is missing
            email_configs: [{to: a, smarthost: 'b:25', from: c, headers: {x-y: 1, X-Y: 2}}] | has X-Y twice
            sns_configs: [{}]                                                            | one of topic_arn
            webex_configs: [{room_id: a}]                                                | authorization is missing
            pushover_configs: [{user_key: a}]                                            | token is missing
            victorops_configs: [{routing_key: a}]                                        | api_key is missing
            jira_configs: [{project: a, issue_type: b}]                                  | api_url is missing
            wechat_configs: [{api_secret: a}]                                            | corp_id is missing
            rocketchat_configs: [{}]                                                     | token is missing
            mattermost_configs: [{}]                                                     | webhook_url is missing
            incidentio_configs: [{}]                                                     | url is missing
            """)
    void parse_badReceiver_isRefused(String integration, String expected) {
        assertThatThrownBy(() -> parse(RECEIVER + "  " + integration + "\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("receivers[0]")
                .hasMessageContaining(expected);
    }

    @Test
    void parse_secretAddressIsWrong_isNotShown() {
        assertThatThrownBy(() -> parse(RECEIVER + "  slack_configs: [{api_url: 'hooks/T0/SECRET'}]\n"))
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void toString_ofAnything_showsNoSecret() {
        AlertmanagerConfig config = parse("global: {opsgenie_api_key: s3cret, smtp_auth_password: s3cret}\n" + RECEIVER
                + "  pagerduty_configs: [{routing_key: s3cret}]\n  webhook_configs: [{url: 'http://s3cret'}]\n");

        assertThat(config.toString() + config.global() + config.receivers()).doesNotContain("s3cret");
    }

    @Test
    void unsupported_receiversThatAreNotBuilt_areNamed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("alertmanager.yml"),
                RECEIVER + "  sns_configs:\n  - topic_arn: a\n  pushover_configs: [{user_key: a, token: b}]\n");

        assertThat(AlertmanagerConfig.read(file).unsupported())
                .hasSize(2)
                .first()
                .extracting(ConfigException::getMessage)
                .asString()
                .contains("receiver \"r\": pushover_configs is not supported; ");
        assertThatThrownBy(() -> AlertmanagerConfig.load(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file
                        + ":6: receivers[0].pushover_configs[0]: receiver \"r\": pushover_configs is not supported; ");
    }

    @Test
    void slack_globalAppToken_goesToTheApi() throws IOException {
        SlackConfig slack = only(
                "global: {slack_app_token: t, slack_api_url: 'https://slack.com/api/chat.postMessage'}\n" + RECEIVER
                        + "  slack_configs: [{channel: '#a'}]\n",
                SlackConfig.class);

        assertThat(slack.url().read().value()).isEqualTo("https://slack.com/api/chat.postMessage");
        assertThat(slack.appToken()).isEqualTo(new SecretSource.Inline(new Secret("t")));
        assertThat(slack.titleLink()).isEqualTo("{{ template \"slack.default.titlelink\" . }}");
        assertThat(slack.sendResolved()).isFalse();
    }

    @Test
    void slack_ownWebHookBesideGlobalToken_keepsTheHook() throws IOException {
        SlackConfig slack = only(
                "global: {slack_app_token: t}\n" + RECEIVER
                        + "  slack_configs: [{api_url: 'https://hooks.slack.com/x'}]\n",
                SlackConfig.class);

        assertThat(slack.url().read().value()).isEqualTo("https://hooks.slack.com/x");
        assertThat(slack.appToken()).isNull();
    }

    @Test
    void pagerDuty_details_addToTheDefaultOnes() {
        PagerDutyConfig pagerDuty = only(
                RECEIVER + "  pagerduty_configs: [{service_key: k, client: c, details: {firing: f, more: {a: [b]}}}]\n",
                PagerDutyConfig.class);

        assertThat(pagerDuty.url()).isEqualTo(URI.create("https://events.pagerduty.com/v2/enqueue"));
        assertThat(pagerDuty.source()).isEqualTo("c");
        assertThat(pagerDuty.details())
                .containsEntry("firing", "f")
                .containsEntry("num_firing", "{{ .Alerts.Firing | len }}")
                .containsKey("more");
    }

    @Test
    void email_ownSettings_comeBeforeTheGlobalOnes() {
        EmailConfig email = only(
                "global: {smtp_smarthost: 'a:25', smtp_from: f, smtp_auth_password_file: p, smtp_require_tls: false}\n"
                        + RECEIVER
                        + "  email_configs: [{to: t, smarthost: '[::1]:465', html: '', headers: {reply-to: x}}]\n",
                EmailConfig.class);

        assertThat(email.smtp().smarthost()).isEqualTo(new HostPort("::1", 465)).hasToString("[::1]:465");
        assertThat(email.smtp().from()).isEqualTo("f");
        assertThat(email.smtp().requireTls()).isFalse();
        assertThat(email.smtp().authPassword()).isEqualTo(new SecretSource.InFile(Path.of("p")));
        assertThat(email.headers()).containsEntry("Reply-To", "x");
        assertThat(email.html()).isEmpty();
    }

    @Test
    void opsgenie_apiUrl_endsWithSlash() {
        OpsgenieConfig opsgenie = only(
                RECEIVER
                        + "  opsgenie_configs: [{api_key: k, api_url: 'https://og.example', responders: [{id: a, type: TEAM}]}]\n",
                OpsgenieConfig.class);

        assertThat(opsgenie.url()).isEqualTo(URI.create("https://og.example/"));
        assertThat(opsgenie.responders().getFirst().type()).isEqualTo("team");
    }

    @Test
    void secretFile_changes_isReadAnew() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "one\n");
        PagerDutyConfig pagerDuty =
                only(RECEIVER + "  pagerduty_configs: [{routing_key_file: '" + secret + "'}]\n", PagerDutyConfig.class);
        SecretSource key = Objects.requireNonNull(pagerDuty.routingKey());
        assertThat(key.read().value()).isEqualTo("one");

        Files.writeString(secret, "two");

        assertThat(key.read().value()).isEqualTo("two");
    }

    @Test
    void parse_classicMatcher_warnsWithItsPlace() {
        AlertmanagerConfig config =
                parse("route:\n  receiver: r\n  routes:\n  - matchers: [a=]\nreceivers: [{name: r}]\n");

        assertThat(config.warnings())
                .singleElement()
                .asString()
                .startsWith("alertmanager.yml:4: route.routes[0].matchers[0]: ")
                .contains("write {a=\"\"}");
    }

    @Test
    void read_bytesThatAreNoText_areRefused() throws IOException {
        Path file = Files.write(folder.resolve("alertmanager.yml"), new byte[] {'a', ':', ' ', (byte) 0xff});

        assertThatThrownBy(() -> AlertmanagerConfig.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ": wants to be UTF-8, and has bytes that are not");
    }

    @Test
    void templates_relative_areFromTheFileOn() {
        assertThat(AlertmanagerConfig.parse(
                                "/etc/am/alertmanager.yml",
                                "templates: ['t/*.tmpl', /x/*.tmpl]\nroute: {receiver: r}\nreceivers: [{name: r}]\n")
                        .templates())
                .containsExactly("/etc/am/t/*.tmpl", "/x/*.tmpl");
    }
}
