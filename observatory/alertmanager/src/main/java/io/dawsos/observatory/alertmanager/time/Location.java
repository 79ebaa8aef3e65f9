package io.dawsos.observatory.alertmanager.time;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;

/** Reads a {@code location}: a name of the IANA time zone database, {@code UTC}, or {@code Local} for this machine's. */
final class Location {
    private Location() {}

    static ZoneId zone(ConfigMap map) {
        ConfigNode node = map.find("location");
        String name = node == null || node.isNull() ? "" : node.string();
        return switch (name) {
            case "", "UTC" -> ZoneOffset.UTC;
            case "Local" -> ZoneId.systemDefault();
            // Names that the database has and the JDK has not
            case "EST", "MST", "HST" -> ZoneId.of(name, ZoneId.SHORT_IDS);
            default -> {
                if (node != null && !ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
                    throw node.problem(
                            "no time zone named \"" + name + "\"; wanted one like Europe/Berlin, UTC or Local");
                }
                yield ZoneId.of(name);
            }
        };
    }
}
