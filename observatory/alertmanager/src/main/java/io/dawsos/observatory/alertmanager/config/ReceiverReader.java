package io.dawsos.observatory.alertmanager.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads a receiver, whatever integrations it has. */
final class ReceiverReader {
    /** Those that can be run, in Alertmanager's order; the others come after. */
    private static final Map<String, BiFunction<Section, GlobalConfig, IntegrationConfig>> READERS = readers();

    private ReceiverReader() {}

    private static Map<String, BiFunction<Section, GlobalConfig, IntegrationConfig>> readers() {
        Map<String, BiFunction<Section, GlobalConfig, IntegrationConfig>> readers = new LinkedHashMap<>();
        readers.put("webhook_configs", WebhookConfig::read);
        readers.put("email_configs", EmailConfig::read);
        readers.put("pagerduty_configs", PagerDutyConfig::read);
        readers.put("opsgenie_configs", OpsgenieConfig::read);
        readers.put("slack_configs", SlackConfig::read);
        readers.put("telegram_configs", TelegramConfig::read);
        readers.put("discord_configs", DiscordConfig::read);
        readers.put("msteams_configs", MsTeamsConfig::read);
        readers.put("msteamsv2_configs", MsTeamsV2Config::read);
        return readers;
    }

    static ReceiverConfig read(Section section, GlobalConfig global) {
        String name = section.need("name");
        List<IntegrationConfig> integrations = new ArrayList<>();
        READERS.forEach((key, reader) -> integrations.addAll(section.all(key, of -> reader.apply(of, global))));
        for (ForeignIntegration foreign : ForeignIntegration.ALL) {
            integrations.addAll(section.all(foreign.key(), of -> foreign.read(of, global)));
        }
        return new ReceiverConfig(name, integrations);
    }
}
