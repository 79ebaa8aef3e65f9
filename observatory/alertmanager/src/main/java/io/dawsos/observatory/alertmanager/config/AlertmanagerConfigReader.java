package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.config.ConfigNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the file from its top. Receivers and intervals come before the routes, which name them. */
final class AlertmanagerConfigReader {
    private final String fileName;
    private final String text;
    private final Warnings warnings = new Warnings();

    AlertmanagerConfigReader(String fileName, String text) {
        this.fileName = fileName;
        this.text = text;
    }

    AlertmanagerConfig read() {
        ConfigNode root = ConfigFile.parse(fileName, text);
        if (root.isNull()) {
            throw root.problem("the file is empty; wanted at least route and receivers");
        }
        return Section.read(root, this::config);
    }

    private AlertmanagerConfig config(Section section) {
        section.unsupported("tracing", "the observatory traces itself; see its own settings");
        GlobalConfig read = section.one("global", GlobalConfig::read);
        GlobalConfig global = read == null ? GlobalConfig.defaults() : read;
        Set<String> receiverNames = new LinkedHashSet<>();
        List<ReceiverConfig> receivers = section.all("receivers", of -> receiver(of, global, receiverNames));
        Set<String> intervalNames = new LinkedHashSet<>();
        List<TimeIntervalConfig> intervals = new ArrayList<>();
        for (String key : List.of("mute_time_intervals", "time_intervals")) {
            intervals.addAll(section.all(key, of -> interval(of, intervalNames)));
        }
        RouteNames names = new RouteNames(receiverNames, intervalNames);
        return new AlertmanagerConfig(
                fileName,
                text,
                global,
                section.texts("templates").stream()
                        .map(template -> fromFolder(section, template))
                        .toList(),
                root(section, names),
                section.all("inhibit_rules", of -> InhibitRuleConfig.read(of, warnings)),
                receivers,
                intervals,
                warnings.lines());
    }

    private static ReceiverConfig receiver(Section section, GlobalConfig global, Set<String> names) {
        ReceiverConfig receiver = ReceiverReader.read(section, global);
        if (!names.add(receiver.name())) {
            throw section.problem("there are two receivers named \"" + receiver.name() + "\"");
        }
        return receiver;
    }

    private static TimeIntervalConfig interval(Section section, Set<String> names) {
        TimeIntervalConfig interval = TimeIntervalConfig.read(section);
        if (!names.add(interval.name())) {
            throw section.problem("there are two time intervals named \"" + interval.name() + "\"");
        }
        return interval;
    }

    private RouteConfig root(Section section, RouteNames names) {
        RouteConfig route = section.one("route", of -> root(of, RouteConfig.read(of, names, warnings)));
        if (route == null) {
            throw section.problem("route is missing; wanted the root of the routes, with a receiver");
        }
        return route;
    }

    /** The root takes every alert at every time, whatever its routes leave. */
    private static RouteConfig root(Section section, RouteConfig route) {
        if (route.receiver().isEmpty()) {
            throw section.problem("receiver is missing: the root route has one, for alerts that no other route takes");
        }
        refuse(section, !route.matchers().isEmpty(), "no matchers: it takes every alert");
        refuse(section, !route.muteTimeIntervals().isEmpty(), "no mute_time_intervals; give them to its routes");
        refuse(section, !route.activeTimeIntervals().isEmpty(), "no active_time_intervals; give them to its routes");
        refuse(section, route.continues(), "no continue: nothing follows it");
        return route;
    }

    private static void refuse(Section section, boolean wrong, String text) throws ConfigException {
        if (wrong) {
            throw section.problem("the root route has " + text);
        }
    }

    private String fromFolder(Section section, String template) {
        Path folder = Path.of(fileName).getParent();
        return folder == null || section.path("templates", template).isAbsolute()
                ? template
                : folder.resolve(template).toString();
    }
}
