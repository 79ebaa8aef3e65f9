package io.dawsos.portfolio.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.alert.AlertMessage;
import io.dawsos.portfolio.alert.ConditionForm;
import io.dawsos.portfolio.alert.DeliveryStatus;
import io.dawsos.portfolio.alert.Finding;
import io.dawsos.portfolio.alert.Notification;
import io.dawsos.portfolio.ledger.Portfolio;
import io.dawsos.portfolio.pricing.PackBuildView;
import io.dawsos.portfolio.pricing.PackStatus;
import io.dawsos.portfolio.provider.ProviderStatus;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description says what the handlers do. */
class OpenApiTest {

    private static final Map<String, Class<? extends Record>> RECORDS = Map.ofEntries(
            Map.entry("NewPortfolio", NewPortfolio.class),
            Map.entry("Portfolio", Portfolio.class),
            Map.entry("NewTrade", NewTrade.class),
            Map.entry("Trade", TradeView.class),
            Map.entry("Lot", LotController.LotView.class),
            Map.entry("Valuation", ValuationView.class),
            Map.entry("Position", ValuationView.PositionView.class),
            Map.entry("PackName", ValuationView.PackView.class),
            Map.entry("Context", ValuationView.ContextView.class),
            Map.entry("PricingPack", PackStatus.class),
            Map.entry("PackBuild", PackBuildView.class),
            Map.entry("Reconciliation", ReconciliationView.class),
            Map.entry("Difference", ReconciliationView.DifferenceView.class),
            Map.entry("NewAlert", NewAlert.class),
            Map.entry("Alert", AlertView.class),
            Map.entry("AlertCondition", ConditionForm.class),
            Map.entry("AlertChannel", NewAlert.NewChannel.class),
            Map.entry("AlertMessage", AlertMessage.class),
            Map.entry("AlertFinding", Finding.class),
            Map.entry("Delivery", DeliveryStatus.class),
            Map.entry("DeliveryError", DeliveryStatus.LastError.class),
            Map.entry("Notification", Notification.class),
            Map.entry("WebhookKey", AlertController.WebhookKeyView.class),
            Map.entry("ProviderStatus", ProviderStatus.class),
            Map.entry("Problem", Problem.class));

    private final Service service = Service.shared();
    private final JsonNode document = service.asNobody().get("/v1/openapi.json").json();

    @Test
    void paths_described_areTheHandlers() {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry(
                        (method, operation) -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        Set<String> handled = new TreeSet<>();
        service.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().forEach(path -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> handled.add(method.name() + " " + path))));
        assertThat(described).isEqualTo(handled);
    }

    @Test
    void schemas_described_haveTheRecordsMembers() {
        JsonNode schemas = document.at("/components/schemas");

        assertThat(schemas.propertyNames()).containsExactlyInAnyOrderElementsOf(RECORDS.keySet());
        RECORDS.forEach((name, record) -> assertThat(
                        schemas.path(name).path("properties").propertyNames())
                .as(name)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(member -> member.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                        .toList()));
    }

    @Test
    void references_described_lead() {
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse();
        }
    }
}
