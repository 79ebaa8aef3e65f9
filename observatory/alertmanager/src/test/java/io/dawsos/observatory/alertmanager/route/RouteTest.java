package io.dawsos.observatory.alertmanager.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {
    private static final String FILE = """
            route:
              receiver: all
              group_by: [cluster, alertname]
              group_wait: 10s
              routes:
              - receiver: pager
                matchers: [severity="critical"]
                group_interval: 1m
                continue: true
                routes:
                - matchers: [team=db]
                  group_by: ['...']
                - matchers: [team=web]
                  group_by: []
              - receiver: audit
                match: {severity: critical}
                mute_time_intervals: [nights]
                routes:
                - matchers: [team=~"d.*"]
                  active_time_intervals: [weekends]
            receivers: [{name: all}, {name: pager}, {name: audit}]
            time_intervals:
            - name: nights
              time_intervals: [{times: [{start_time: '00:00', end_time: '06:00'}]}]
            mute_time_intervals:
            - name: weekends
              time_intervals: [{weekdays: [saturday, sunday]}]
            """;
    private static final AlertmanagerConfig CONFIG = AlertmanagerConfig.parse("alertmanager.yml", FILE);
    private final Route root = Route.of(CONFIG.route());

    private static Labels critical(String team) {
        return Labels.of("alertname", "Down", "severity", "critical", "team", team);
    }

    @Test
    void match_noChildMatches_isTheRoot() {
        assertThat(root.match(Labels.of("alertname", "Slow"))).containsExactly(root);
    }

    @Test
    void match_childMatches_parentReceiverIsNotNotified() {
        assertThat(root.match(critical("other"))).extracting(Route::receiver).containsExactly("pager", "audit");
    }

    @Test
    void match_grandchildMatches_inheritsTheReceiver() {
        Route route = root.match(critical("db")).getFirst();

        assertThat(route.receiver()).isEqualTo("pager");
        assertThat(route.options().groupByAll()).isTrue();
        assertThat(route.options().groupWait()).isEqualTo(Duration.ofSeconds(10));
        assertThat(route.options().groupInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(route.options().repeatInterval()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void groupLabels_asTheRouteSays() {
        assertThat(root.groupLabels(critical("db"))).isEqualTo(Labels.of("alertname", "Down"));
        assertThat(root.match(critical("db")).getFirst().groupLabels(critical("db")))
                .isEqualTo(critical("db"));
        assertThat(root.match(critical("web")).getFirst().groupLabels(critical("web")))
                .isEqualTo(Labels.EMPTY);
    }

    @Test
    void keyAndId_areThoseOfAlertmanager() {
        Route route = root.match(critical("db")).getFirst();

        assertThat(route.key()).isEqualTo("{}/{severity=\"critical\"}/{team=\"db\"}");
        assertThat(route.id()).isEqualTo("{}/{severity=\"critical\"}/0/{team=\"db\"}/0");
        assertThat(route.groupKey(Labels.of("b", "c\u00a0\"", "a", "x")))
                .isEqualTo("{}/{severity=\"critical\"}/{team=\"db\"}:{a=\"x\", b=\"c\\u00a0\\\"\"}");
        assertThat(root.groupKey(Labels.EMPTY)).isEqualTo("{}:{}");
    }

    @Test
    void dryRun_timeInAMuteInterval_saysWhich() {
        RouteDryRun dryRun = new RouteDryRun(CONFIG);

        List<RouteDryRun.Outcome> night = dryRun.at(critical("web"), Instant.parse("2026-11-24T03:00:00Z"));
        assertThat(night).extracting(RouteDryRun.Outcome::notifies).containsExactly(true, false);
        assertThat(night.getLast().reason()).isEqualTo("muted by nights");
        List<RouteDryRun.Outcome> day = dryRun.at(critical("db"), Instant.parse("2026-11-24T12:00:00Z"));
        assertThat(day.getLast().reason()).isEqualTo("not active: outside of weekends");
        assertThat(dryRun.at(critical("db"), Instant.parse("2026-11-28T03:00:00Z"))
                        .getLast()
                        .notifies())
                .as("time intervals are not inherited")
                .isTrue();
        assertThat(dryRun.receivers(critical("db"))).isEqualTo("pager,audit");
    }

    @Test
    void tree_isDrawnWithGroupings() {
        assertThat(RouteTree.all(root).replace('\u00a0', ' ')).isEqualTo("""
                        .
                        └── default-route  receiver: all  grouping: [alertname,cluster]
                            ├── {severity="critical"}  continue: true  receiver: pager  grouping: [alertname,cluster]
                            │   ├── {team="db"}  receiver: pager  grouping: [...]
                            │   └── {team="web"}  receiver: pager
                            └── {severity="critical"}  receiver: audit  grouping: [alertname,cluster]
                                └── {team=~"d.*"}  receiver: audit  grouping: [alertname,cluster]
                        """);
    }
}
