package io.dawsos.observatory.alertmanager.config;

import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link AlertmanagerConfigFuzzTarget} from sample files on. */
class AlertmanagerConfigFuzzTest {
    private static final List<String> SAMPLES = List.of("""
            global: {slack_api_url: 'http://a/b', smtp_smarthost: 'a:25', smtp_from: a, http_config: {basic_auth: {username: a}}}
            route: {receiver: r, group_by: ['...'], routes: [{matchers: ['a="b"'], mute_time_intervals: [t], continue: true}]}
            receivers: [{name: r, slack_configs: [{channel: a}], email_configs: [{to: a}], pagerduty_configs: [{routing_key: a}]}]
            """, """
            route: {receiver: r}
            receivers: [{name: r, webhook_configs: [{url_file: a, max_alerts: 3, timeout: 5s}], sns_configs: [{topic_arn: a}]}]
            inhibit_rules: [{source_matchers: [a=b], target_match_re: {c: d}, equal: [e]}]
            time_intervals: [{name: t, time_intervals: [{times: [{start_time: '09:00', end_time: '17:00'}], weekdays: ['monday:friday'], days_of_month: ['1:-1'], location: Europe/Berlin}]}]
            """);

    private static final List<String> WORDS = List.of(
            "receiver: ",
            "routes: ",
            "matchers: ",
            "match_re: ",
            "group_by: ",
            "group_wait: ",
            "time_intervals: ",
            "months: ",
            "years: ",
            "telegram_configs: ",
            "chat_id: ",
            "opsgenie_configs: ",
            "api_key: ",
            "templates: ",
            "{",
            "}",
            "[",
            "]",
            "- ",
            "null",
            "&a ",
            "*a");

    @TempDir
    private Path temporary;

    @Test
    void reader_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().inputs(1200, corpus());
    }

    @Test
    @Tag("long")
    void reader_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().minutes(10, corpus());
    }

    private Fuzzing fuzzing() {
        return new Fuzzing(
                AlertmanagerConfigFuzzTarget.class, "io.dawsos.observatory.alertmanager.**", temporary, WORDS);
    }

    private Path corpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        for (int i = 0; i < SAMPLES.size(); i++) {
            Files.writeString(corpus.resolve("file" + i), SAMPLES.get(i));
        }
        return corpus;
    }
}
