package io.dawsos.portfolio.alert;

import static io.dawsos.portfolio.alert.World.MORNING;
import static io.dawsos.portfolio.alert.World.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dawsos.portfolio.alert.Condition.ValueBelow;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CourierTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    /** Waits that only a moved clock ends. */
    private static final Backoff PATIENT = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1), 3, () -> 0);

    private World world;
    private UUID portfolio;
    private int fired;

    @BeforeEach
    void begin() throws Exception {
        world = World.create();
        world.securities("USD", "A");
        world.clock.set(MORNING.minus(Duration.ofDays(2)));
        portfolio = world.portfolio("ann", Map.of("A", "10"));
        world.clock.set(MORNING);
        world.pack(World.YESTERDAY, Map.of("A", "100"));
    }

    @AfterEach
    void end() throws Exception {
        world.close();
    }

    @Test
    void webhook_healthy_getsTheMessageSignedByItsOwnersKey() throws Exception {
        try (Receiver receiver = Receiver.healthy()) {
            Courier courier = world.courier();
            fire(courier, receiver.channel());
            await().atMost(BOUND).until(() -> !receiver.got().isEmpty());
            Receiver.Got got = receiver.got().getFirst();
            assertThat(got.isSigned(world.key.keyOf("ann"))).isTrue();
            assertThat(got.isSigned(world.key.keyOf("bob"))).isFalse();
            AlertMessage told = world.json.readValue(got.body(), AlertMessage.class);
            assertThat(told.portfolioId()).isEqualTo(portfolio);
            assertThat(told.observed().value()).isEqualByComparingTo("900");
            assertThat(told.trueAt()).isEqualTo(MORNING);
            assertThat(got.traceParent()).isNotNull().doesNotContain(String.valueOf(told.traceId()));
            awaitState("delivered");
            assertThat(Measures.of(world.telemetry, "alert_delivery_success_total{delivery_method=\"webhook\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void delivery_duration_countsFromTheMomentTheConditionWasTrue() throws Exception {
        try (Receiver receiver = Receiver.healthy()) {
            fire(null, receiver.channel());
            world.clock.move(Duration.ofSeconds(45));
            world.courier();
            awaitState("delivered");
            String series = "alert_delivery_duration_seconds_bucket{delivery_method=\"webhook\",le=";
            await().atMost(BOUND).untilAsserted(() -> assertThat(Measures.of(world.telemetry, series + "\"60.0\"}"))
                    .isEqualTo(1));
            assertThat(Measures.of(world.telemetry, series + "\"30.0\"}")).isZero();
        }
    }

    @Test
    void metrics_beforeAnythingHappened_areThereAtZero() {
        world.courier();
        String page = Measures.page(world.telemetry);
        for (String method : Method.names()) {
            assertThat(page).contains("alert_delivery_success_total{delivery_method=\"%s\"} 0.0".formatted(method));
            for (String error : DeliveryError.names()) {
                assertThat(page)
                        .contains("alert_delivery_failures_total{delivery_method=\"%s\",error=\"%s\"} 0.0"
                                .formatted(method, error));
            }
        }
        assertThat(page.lines()
                        .filter(line ->
                                line.startsWith("alert_delivery_duration_seconds_bucket{delivery_method=\"webhook\""))
                        .map(line -> line.replaceAll(".*le=\"|\"}.*", "")))
                .containsExactly("1.0", "5.0", "10.0", "30.0", "60.0", "120.0", "300.0", "+Inf");
    }

    @ParameterizedTest
    @CsvSource({"503, http_5xx", "404, http_4xx", "302, http_3xx", "429, http_4xx"})
    void webhook_notTaken_isTriedAgainWithTheSameKeyThenDies(int status, String error) throws Exception {
        try (Receiver receiver = Receiver.failing(status)) {
            Courier courier = world.courier(CourierSettings.USUAL, PATIENT, null);
            fire(courier, receiver.channel());
            for (int attempt = 1; attempt <= 3; attempt++) {
                int made = attempt;
                await().atMost(BOUND).until(() -> world.deliveries().getFirst().attempts() == made);
                world.clock.move(Duration.ofHours(1));
                courier.wake();
            }
            DeliveryStatus dead = world.deliveries().getFirst();
            assertThat(dead.state()).isEqualTo("dead");
            assertThat(dead.lastError())
                    .isNotNull()
                    .extracting(DeliveryStatus.LastError::error)
                    .isEqualTo(error);
            assertThat(receiver.got())
                    .hasSize(3)
                    .extracting(Receiver.Got::key)
                    .containsOnly(dead.id().toString());
            assertThat(receiver.got()).allMatch(got -> got.isSigned(world.key.keyOf("ann")));
        }
    }

    @Test
    void webhook_redirecting_isNotFollowed() throws Exception {
        try (Receiver elsewhere = Receiver.healthy();
                Receiver receiver =
                        Receiver.of(_ -> new Receiver.Answer(307, 0, Map.of("Location", elsewhere.url())))) {
            fire(world.courier(), receiver.channel());
            awaitState("dead");
            assertThat(elsewhere.got()).isEmpty();
        }
    }

    @Test
    void deadLetter_sentAgain_arrivesWithItsKeyOfBefore() throws Exception {
        try (Receiver receiver = Receiver.of(number -> Receiver.Answer.of(number == 1 ? 410 : 200))) {
            Courier courier = world.courier();
            fire(courier, receiver.channel());
            DeliveryStatus dead = awaitState("dead");
            assertThat(receiver.got()).hasSize(1); // 410: gone, not tried again by itself
            new Deliveries(world.database, world.clock, courier::wake).resend(World.ADMIN, dead.id());
            awaitState("delivered");
            assertThat(receiver.taken())
                    .extracting(Receiver.Got::key)
                    .containsExactly(dead.id().toString());
        }
    }

    @Test
    void retryAfter_longerThanTheBackoff_isRespected() throws Exception {
        try (Receiver receiver = Receiver.of(number ->
                number == 1 ? new Receiver.Answer(429, 0, Map.of("Retry-After", "120")) : Receiver.Answer.of(200))) {
            Courier courier = world.courier();
            fire(courier, receiver.channel());
            await().atMost(BOUND).until(() -> world.deliveries().getFirst().attempts() == 1);
            assertThat(world.deliveries().getFirst().nextAttemptAt()).isEqualTo(MORNING.plusSeconds(120));
            world.clock.move(Duration.ofSeconds(119));
            assertThat(claimable()).isEmpty();
            world.clock.move(Duration.ofSeconds(1));
            courier.wake();
            awaitState("delivered");
        }
    }

    @Test
    void webhook_refusingConnections_failsAsRefused() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        fire(world.courier(), new Channel(Method.WEBHOOK, "http://127.0.0.1:%d/".formatted(port)));
        assertThat(error(awaitState("dead"))).isEqualTo("refused");
    }

    @Test
    void webhook_speakingNoTls_failsAsTls() throws Exception {
        try (Dripping receiver = new Dripping()) {
            fire(world.courier(), new Channel(Method.WEBHOOK, "https://127.0.0.1:%d/".formatted(receiver.port())));
            assertThat(error(awaitState("dead"))).isEqualTo("tls");
        }
    }

    @Test
    void webhook_ofAnUnknownName_failsAsDns() {
        fire(world.courier(), new Channel(Method.WEBHOOK, "https://nobody.invalid/"));
        assertThat(error(awaitState("dead"))).isEqualTo("dns");
    }

    @Test
    void webhook_atAnAddressOfTheInside_isBlockedAtOnce() {
        fire(world.courier(), new Channel(Method.WEBHOOK, "https://169.254.169.254/latest/meta-data"));
        DeliveryStatus dead = awaitState("dead");
        assertThat(error(dead)).isEqualTo("blocked");
        assertThat(dead.attempts()).isEqualTo(1);
    }

    @Test
    void webhook_hanging_isGivenUpInTime() throws Exception {
        try (Receiver receiver = Receiver.hanging()) {
            fire(world.courier(attempting(Duration.ofMillis(300)), World.quick(), null), receiver.channel());
            await().atMost(BOUND).until(() -> world.deliveries().getFirst().attempts() >= 1);
            assertThat(error(world.deliveries().getFirst())).isEqualTo("timeout");
        }
    }

    @Test
    void webhook_answeringByteByByte_isGivenUpInTime() throws Exception {
        try (Dripping receiver = new Dripping()) {
            fire(
                    world.courier(attempting(Duration.ofSeconds(1)), World.quick(), null),
                    new Channel(Method.WEBHOOK, "http://127.0.0.1:%d/".formatted(receiver.port())));
            await().atMost(BOUND).until(() -> world.deliveries().getFirst().attempts() >= 1);
            assertThat(error(world.deliveries().getFirst())).isEqualTo("timeout");
        }
    }

    @Test
    void receivers_thatHang_holdUpNoOthers() throws Exception {
        try (Receiver hanging = Receiver.hanging();
                Receiver healthy = Receiver.healthy()) {
            CourierSettings small =
                    new CourierSettings(Duration.ofMillis(200), Duration.ofMinutes(1), Duration.ofSeconds(30), 8, 2);
            world.courier(small, World.quick(), null);
            for (int i = 0; i < 20; i++) {
                fire(null, hanging.channel());
            }
            for (int i = 0; i < 20; i++) {
                fire(null, healthy.channel());
            }
            await().atMost(BOUND).until(() -> healthy.takenByKey().size() == 20);
            assertThat(hanging.got()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void lease_ofAClaimerThatDied_endsAndTheNextDelivers() throws Exception {
        try (Receiver receiver = Receiver.healthy()) {
            fire(null, receiver.channel());
            Instant leaseEnd = MORNING.plusSeconds(30);
            assertThat(world.outbox.claim(MORNING, leaseEnd, 10, 4, Map.of())).hasSize(1);
            world.clock.set(leaseEnd.minusMillis(1));
            assertThat(world.outbox.claim(world.clock.instant(), leaseEnd.plusSeconds(30), 10, 4, Map.of()))
                    .isEmpty();
            world.clock.set(leaseEnd);
            world.courier();
            awaitState("delivered");
        }
    }

    @Test
    void result_ofALeaseThatWasLost_changesNothingUnlessItWasDelivered() {
        fire(null, new Channel(Method.IN_APP, ""));
        Claimed lost = world.outbox
                .claim(MORNING, MORNING.plusSeconds(30), 10, 4, Map.of())
                .getFirst();
        Claimed held = world.outbox
                .claim(MORNING.plusSeconds(30), MORNING.plusSeconds(60), 10, 4, Map.of())
                .getFirst();
        world.outbox.died(lost, DeliveryFailure.of(DeliveryError.OTHER, "late"), MORNING);
        assertThat(world.deliveries().getFirst().state()).isEqualTo("pending");
        world.outbox.delivered(lost, MORNING);
        world.outbox.failed(held, DeliveryFailure.of(DeliveryError.OTHER, "x"), MORNING, MORNING);
        assertThat(world.deliveries().getFirst().state()).isEqualTo("delivered");
    }

    @Test
    void inApp_delivered_isInItsOwnersInboxOnlyUntilRead() {
        fire(world.courier(), new Channel(Method.IN_APP, ""));
        awaitState("delivered");
        Notifications inboxes = new Notifications(world.database, world.json, world.clock);
        var ann = new io.dawsos.portfolio.security.Caller("ann", Set.of(io.dawsos.portfolio.security.Role.USER));
        List<Notification> unread = inboxes.page(ann, true, null, 10);
        assertThat(unread).hasSize(1);
        assertThat(unread.getFirst().text()).isEqualTo("ann's: is worth 900.00 USD");
        assertThat(inboxes.page(World.ADMIN, false, null, 10)).isEmpty();
        inboxes.read(ann, unread.getFirst().id());
        assertThat(inboxes.page(ann, true, null, 10)).isEmpty();
        assertThat(inboxes.page(ann, false, null, 10)).hasSize(1);
    }

    @Test
    void email_sent_arrivesWithAMessageIdOfItsOwn() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            SmtpAddress address = SmtpAddress.parse("smtp://127.0.0.1:%d?from=alerts@example.com"
                    .formatted(mail.getSmtp().getPort()));
            fire(
                    world.courier(CourierSettings.USUAL, World.quick(), address),
                    new Channel(Method.EMAIL, "ann@example.com"));
            DeliveryStatus delivered = awaitState("delivered");
            MimeMessage message = mail.getReceivedMessages()[0];
            assertThat(message.getSubject()).isEqualTo("ann's: is worth 900.00 USD");
            assertThat(message.getMessageID()).isEqualTo("<%s@dawsos>".formatted(delivered.id()));
            assertThat(message.getAllRecipients()[0]).hasToString("ann@example.com");
            assertThat(message.getContent().toString()).contains("Portfolio  ann's", "PP_2026-11-23");
        } finally {
            mail.stop();
        }
    }

    @Test
    void email_withoutItsServer_isTriedAgainAndArrives() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Courier courier = world.courier(
                CourierSettings.USUAL,
                PATIENT,
                SmtpAddress.parse("smtp://127.0.0.1:%d?from=a@example.com".formatted(port)));
        fire(courier, new Channel(Method.EMAIL, "ann@example.com"));
        await().atMost(BOUND).until(() -> world.deliveries().getFirst().attempts() == 1);
        assertThat(error(world.deliveries().getFirst())).isEqualTo("refused");
        GreenMail mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            world.clock.move(Duration.ofMinutes(2));
            courier.wake();
            awaitState("delivered");
            assertThat(mail.getReceivedMessages()).hasSize(1);
        } finally {
            mail.stop();
        }
    }

    @Test
    void outbox_withPendingAndDead_isShownByGauges() throws Exception {
        fire(null, new Channel(Method.WEBHOOK, "https://169.254.169.254/"));
        world.courier(CourierSettings.USUAL, PATIENT, null);
        awaitState("dead");
        fire(null, new Channel(Method.EMAIL, "ann@example.com")); // no server set: it waits
        world.clock.move(Duration.ofSeconds(20));
        await().atMost(BOUND).untilAsserted(() -> {
            assertThat(Measures.of(world.telemetry, "alert_dead_letters{delivery_method=\"webhook\"}"))
                    .isEqualTo(1);
            assertThat(Measures.of(world.telemetry, "alert_outbox_pending{delivery_method=\"email\"}"))
                    .isEqualTo(1);
        });
    }

    private static CourierSettings attempting(Duration limit) {
        return new CourierSettings(Duration.ofMillis(200), Duration.ofMinutes(1), limit, 16, 4);
    }

    /** A new alert whose condition turns true now. */
    private void fire(@org.jspecify.annotations.Nullable Courier courier, Channel channel) {
        world.alert(portfolio, new ValueBelow(number("950")), Duration.ZERO, channel);
        if (fired++ > 0) {
            world.clock.move(Duration.ofMillis(1)); // quotes of the same moment are no news
        }
        world.evaluator(courier == null ? () -> {} : courier::wake)
                .onQuotes(Map.of("A", number("90")), world.clock.instant());
    }

    private List<Claimed> claimable() {
        Instant now = world.clock.instant();
        return world.outbox.claim(now, now, 10, 4, Map.of());
    }

    private DeliveryStatus awaitState(String state) {
        return await().atMost(BOUND)
                .until(() -> moved(state), found -> found.state().equals(state));
    }

    /** Backoffs are waited for by the clock: it goes on while the test waits. */
    private DeliveryStatus moved(String state) {
        DeliveryStatus found = world.deliveries().getFirst();
        if (!found.state().equals(state)) {
            world.clock.move(Duration.ofSeconds(1));
        }
        return found;
    }

    private static String error(DeliveryStatus status) {
        return String.valueOf(
                java.util.Objects.requireNonNull(status.lastError()).error());
    }
}
