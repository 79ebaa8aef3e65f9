package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.systemtest.PagerDuty.Event;
import io.dawsos.systemtest.Rules.Alert;
import io.dawsos.systemtest.Slack.Message;
import io.dawsos.systemtest.Told.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link AlertingStack} must do with a service that runs: each alert of the objectives is provoked by its
 * fault, told to whom the routing says, and told as over when the fault is undone. One service, one after another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class AlertingSuite {

    /** Of {@code deploy/prometheus/prometheus.yml}. */
    private static final Duration SCRAPE_TIMEOUT = Duration.ofSeconds(4);

    private static final int WELL_REQUESTS = 30;

    /** What machines may need on top of what settings say. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    /** Enough of them to make up for the bad requests within minutes. */
    private static final Duration USERS_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_UNTIL_TOLD = Duration.ofMinutes(2);
    private static final Duration LONGEST_UNTIL_OVER = Duration.ofMinutes(20);

    private final Pace pace;
    private final AlertingStack.Starter starter;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Told told = new Told();
    private PagerDuty pagerDuty;
    private Slack slack;
    private WatchedService service;
    private List<Event> pagedWhileWell = List.of();
    private Optional<Users> users = Optional.empty();

    AlertingSuite(Pace pace, AlertingStack.Starter starter) {
        this.pace = pace;
        this.starter = starter;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        pagerDuty = started(PagerDuty::new);
        slack = started(Slack::new);
        Path data = Files.createDirectory(folder.resolve("data"));
        service = started(() -> FailingBuild.startDisturbed(data));
        warmUp();
        AlertingStack stack = started(
                () -> starter.start(folder, pace, new AlertingStack.Surroundings(service.address(), pagerDuty, slack)));
        beWell(stack.api());
        LateReceiver late = started(() -> new LateReceiver(service));
        faults.addAll(List.of(
                new FailingProvider(service),
                new FailingBuild(service),
                SlowValuations.cold(service),
                SlowValuations.warm(service),
                new MissedDeadline(service),
                new DifferingLedger(service),
                new DatabaseAway(service),
                late));
        for (Fault fault : faults) {
            fault.begin();
        }
    }

    private <T extends AutoCloseable> T started(Callable<T> start) throws Exception {
        T it = start.call();
        running.addFirst(it);
        return it;
    }

    /** A JVM that has just started takes longer to answer a scrape than a short pace allows. */
    private void warmUp() {
        Duration allowed = pace.of(SCRAPE_TIMEOUT).dividedBy(4);
        await("scrapes are answered within " + allowed)
                .atMost(MARGIN)
                .until(this::scrape, took -> took.compareTo(allowed) < 0);
    }

    private Duration scrape() throws IOException, InterruptedException {
        long began = System.nanoTime();
        assertThat(Http.get("http://" + service.address() + "/metrics").statusCode())
                .isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Until the rules have seen enough valuations to judge them. */
    private void beWell(PromApi api) throws IOException, InterruptedException {
        api.awaitNumber("up{job=\"portfolio\"} == 1");
        for (int i = 0; i < WELL_REQUESTS; i++) {
            assertThat(service.warm()).isEqualTo(200);
            assertThat(service.cold()).isEqualTo(200);
        }
        api.awaitNumber("job:valuation_requests:increase5m{cache_hit=\"true\"} > 20");
        api.awaitNumber("job:valuation_requests:increase5m{cache_hit=\"false\"} > 20");
        pagedWhileWell = pagerDuty.events();
    }

    @AfterAll
    void stop() throws Exception {
        users.ifPresent(Users::close);
        for (AutoCloseable each : running) {
            each.close();
        }
        if (!faults.isEmpty()) {
            report(told.report(getClass().getSimpleName() + ", " + pace, faults));
        }
    }

    /** With all pages after it: among them may be some of alerts that no fault here is for. */
    private void report(String table) throws IOException {
        System.out.println(table);
        Path target = Files.createDirectories(Repository.file("systemtest/target"));
        Files.writeString(
                target.resolve("fault-to-page-" + getClass().getSimpleName() + ".md"),
                table + "\n" + Pages.list(pagerDuty.events()));
    }

    List<Fault> faults() {
        return faults;
    }

    /**
     * But for the pack: on a weekend the day's has been missing since Friday, and on a slow machine the night's own build,
     * which {@link FailingBuild} disturbs from the start, has failed by now.
     */
    @Test
    @Order(1)
    void service_well_pagesNobody() {
        assertThat(pagedWhileWell)
                .filteredOn(event -> !event.firing("PricingPackBuildDeadlineMissed"))
                .filteredOn(event -> !event.firing("PricingPackBuildFailure"))
                .isEmpty();
    }

    @Order(2)
    @ParameterizedTest
    @MethodSource("faults")
    void fault_provoked_isToldToWhomItConcerns(Fault fault) throws Exception {
        Alert alert = Rules.alert(fault.alert());
        try {
            told.at(fault.alert(), Moment.FAULT, fault.provoke());
            Duration limit = MARGIN.plus(pace.of(LONGEST_UNTIL_TOLD)).plus(fault.inherent());
            if (alert.pages()) {
                Event page = soon(limit, pagerDuty::events, event -> event.firing(alert.name()));
                told.at(alert.name(), Moment.PAGED, page.at());
                Pages.check(page, alert);
            }
            Message message = soon(limit, slack::messages, each -> each.firing(alert.name()));
            told.at(alert.name(), Moment.IN_SLACK, message.at());
            Pages.check(message, alert);
        } finally {
            fault.undo();
            told.at(alert.name(), Moment.UNDONE, Instant.now());
        }
    }

    @Order(3)
    @ParameterizedTest
    @MethodSource("faults")
    void fault_undone_isToldAsOver(Fault fault) throws Exception {
        if (users.isEmpty()) {
            users = Optional.of(Users.of(service, pace.of(USERS_PAUSE)));
        }
        Alert alert = Rules.alert(fault.alert());
        Duration limit = MARGIN.plus(pace.of(LONGEST_UNTIL_OVER)).plus(fault.inherent());
        Message message = last(limit, slack::messages, m -> m.firing(alert.name()), m -> m.over(alert.name()));
        told.at(alert.name(), Moment.SLACK_OVER, message.at());
        if (alert.pages()) {
            Event event = last(limit, pagerDuty::events, e -> e.firing(alert.name()), e -> e.over(alert.name()));
            told.at(alert.name(), Moment.PAGE_OVER, event.at());
        }
    }

    /** One for each objective: its other alerts share it. */
    @Test
    @Order(4)
    void incidents_allFaultsUndone_areResolved() {
        await().atMost(MARGIN.plus(pace.of(LONGEST_UNTIL_OVER))).untilAsserted(() -> assertThat(
                        Pages.lastOfEachIncident(pagerDuty.events()))
                .allMatch(event -> event.action().equals("resolve"))
                .extracting(event -> event.text("/payload/group"))
                .doesNotHaveDuplicates()
                .contains("valuation-warm", "valuation-cold", "pricing-pack", "ledger", "errors", "alert-delivery"));
    }

    @Test
    @Order(5)
    void messages_all_wereTakenAndNamedByWhatFires() throws IOException {
        assertThat(pagerDuty.refusals()).isEmpty();
        assertThat(slack.refusals()).isEmpty();
        assertThat(pagerDuty.events())
                .filteredOn(event -> event.action().equals("trigger"))
                .allMatch(event -> event.firing(event.text("/payload/class")))
                .allMatch(event -> event.text("/payload/severity").equals(severity(event)));
        List<String> inSlackOnly = Rules.alerts().stream()
                .filter(alert -> !alert.pages())
                .map(Alert::name)
                .toList();
        assertThat(inSlackOnly).isNotEmpty().allSatisfy(name -> assertThat(pagerDuty.events())
                .noneMatch(event -> event.firing(name)));
        assertThat(users.map(Users::failures).orElseThrow()).isEmpty();
    }

    private static String severity(Event event) {
        try {
            return Rules.alert(event.text("/payload/class")).label("severity");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T soon(Duration limit, Supplier<List<T>> received, Predicate<T> firing) {
        return await("told")
                .atMost(limit)
                .until(() -> received.get().stream().filter(firing).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** What first said that an alert is over, and was not followed by one that says that it fires. */
    private static <T> T last(Duration limit, Supplier<List<T>> received, Predicate<T> firing, Predicate<T> over) {
        return await("told that it is over")
                .atMost(limit)
                .until(
                        () -> received.get().reversed().stream()
                                .takeWhile(firing.negate())
                                .filter(over)
                                .reduce((_, earlier) -> earlier),
                        Optional::isPresent)
                .orElseThrow();
    }
}
