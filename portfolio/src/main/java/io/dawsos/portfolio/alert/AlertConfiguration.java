package io.dawsos.portfolio.alert;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.dawsos.portfolio.Settings;
import io.dawsos.portfolio.pricing.Packs;
import io.dawsos.telemetry.Telemetry;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What alerts are made of. */
@Configuration(proxyBeanMethods = false)
public class AlertConfiguration {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** Some seventy minutes, then it is a dead letter. */
    private static final int ATTEMPTS = 16;

    @Bean
    AlertSettings alertSettings(Environment environment) {
        return AlertSettings.from(environment::getProperty);
    }

    @Bean
    WebhookKey webhookKey(AlertSettings alerts, Settings settings) throws IOException {
        return WebhookKey.of(alerts.webhookKey(), settings.data());
    }

    @Bean
    OwnerKeys ownerKeys(WebhookKey key) {
        return new OwnerKeys(key);
    }

    /** This machine may be a receiver as long as the service serves this machine only. */
    @Bean
    ReceiverAddresses receiverAddresses(AlertSettings alerts, Settings settings) throws IOException {
        boolean here = InetAddress.getByName(settings.address()).isLoopbackAddress();
        return new ReceiverAddresses(here || alerts.insideReceivers(), alerts.insideReceivers());
    }

    @Bean
    Receivers receivers(ReceiverAddresses addresses, AlertSettings alerts) {
        return new Receivers(addresses, alerts.smtp() != null);
    }

    @Bean
    WebhookSender webhookSender(ReceiverAddresses allowed, WebhookKey key, Clock clock, Telemetry telemetry) {
        CourierSettings usual = CourierSettings.USUAL;
        return new WebhookSender(
                allowed, usual.attempt(), usual.mostPerReceiver(), usual.most(), key, clock, telemetry.openTelemetry());
    }

    @Bean
    Courier courier(
            JdbcClient database,
            WebhookSender webhooks,
            AlertSettings alerts,
            JsonMapper json,
            Clock clock,
            Telemetry telemetry) {
        CourierSettings usual = CourierSettings.USUAL;
        Map<Method, Sender> senders = new EnumMap<>(Method.class);
        senders.put(Method.WEBHOOK, webhooks);
        senders.put(Method.IN_APP, new InboxSender(database, clock));
        if (alerts.smtp() != null) {
            senders.put(Method.EMAIL, new MailSender(alerts.smtp(), usual.attempt(), json, clock));
        }
        Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, ATTEMPTS, () -> ThreadLocalRandom.current()
                .nextDouble());
        return new Courier(new Outbox(database), senders, backoff, usual, clock, telemetry);
    }

    @Bean
    Alerts alerts(JdbcClient database, TransactionTemplate transactions, Clock clock) {
        return new Alerts(database, transactions, clock);
    }

    @Bean
    Deliveries deliveries(JdbcClient database, Clock clock, Courier courier) {
        return new Deliveries(database, clock, courier::wake);
    }

    @Bean
    Notifications notifications(JdbcClient database, JsonMapper json, Clock clock) {
        return new Notifications(database, json, clock);
    }

    @Bean
    RecurringTask<Void> alertLeftovers(JdbcClient database, AlertSettings alerts, Clock clock, Telemetry telemetry) {
        return new Housekeeping(new Leftovers(database), alerts.keep(), clock, telemetry).task();
    }

    @Bean
    AlertEvaluator alertEvaluator(
            JdbcClient database,
            TransactionTemplate transactions,
            JsonMapper json,
            Packs packs,
            Courier courier,
            Clock clock,
            Telemetry telemetry) {
        Firing firing = new Firing(database, transactions, json, new Outbox(database), telemetry.metrics());
        return new AlertEvaluator(database, packs, firing, courier::wake, clock, telemetry);
    }

    @Bean
    @ConditionalOnBean(QuoteSource.class)
    QuoteWatch quoteWatch(
            JdbcClient database,
            QuoteSource source,
            AlertEvaluator evaluator,
            AlertSettings alerts,
            Clock clock,
            Telemetry telemetry) {
        return new QuoteWatch(database, source, evaluator, alerts.quotesEvery(), clock, telemetry);
    }
}
