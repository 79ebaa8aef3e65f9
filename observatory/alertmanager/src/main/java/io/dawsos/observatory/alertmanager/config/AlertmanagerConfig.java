package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.alertmanager.time.TimeInterval;
import io.dawsos.observatory.alertmanager.time.TimeIntervals;
import io.dawsos.observatory.config.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A configuration of Alertmanager, checked: every receiver and time interval that a route names is there.
 *
 * @param file its name in messages
 * @param text as it was read, secrets included; not for showing
 * @param templates patterns of template files, relative ones from the folder of the file on
 * @param route the root, which takes every alert
 * @param timeIntervals of both {@code time_intervals} and the older {@code mute_time_intervals}
 * @param warnings what will need a change in the file some day, each with its place
 */
public record AlertmanagerConfig(
        String file,
        String text,
        GlobalConfig global,
        List<String> templates,
        RouteConfig route,
        List<InhibitRuleConfig> inhibitRules,
        List<ReceiverConfig> receivers,
        List<TimeIntervalConfig> timeIntervals,
        List<String> warnings) {
    private static final int LONGEST = 16 << 20;

    public AlertmanagerConfig {
        templates = List.copyOf(templates);
        inhibitRules = List.copyOf(inhibitRules);
        receivers = List.copyOf(receivers);
        timeIntervals = List.copyOf(timeIntervals);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads and checks a file. It may have integrations that this program cannot run: see {@link #unsupported}.
     *
     * @throws ConfigException when it is no good configuration, with file, line and key
     * @throws IOException when it cannot be read
     */
    public static AlertmanagerConfig read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new ConfigException(file.toString(), 0, "", "longer than " + (LONGEST >> 20) + " MiB");
            }
            return parse(
                    file.toString(),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new ConfigException(file.toString(), 0, "", "wants to be UTF-8, and has bytes that are not");
        }
    }

    /** As {@link #read}, of a text. */
    public static AlertmanagerConfig parse(String fileName, String text) {
        return new AlertmanagerConfigReader(fileName, text).read();
    }

    /**
     * Reads a file that is to be run.
     *
     * @throws ConfigException also when it has integrations that this program cannot run, which it names
     */
    public static AlertmanagerConfig load(Path file) throws IOException {
        AlertmanagerConfig config = read(file);
        List<ConfigException> unsupported = config.unsupported();
        if (!unsupported.isEmpty()) {
            ConfigException first = unsupported.getFirst();
            unsupported.subList(1, unsupported.size()).forEach(first::addSuppressed);
            throw first;
        }
        return config;
    }

    /** For each integration that this program cannot run, where it is and what to do; none when all can be run. */
    public List<ConfigException> unsupported() {
        return receivers.stream()
                .flatMap(receiver ->
                        receiver.all(UnsupportedConfig.class).stream().map(config -> unsupported(receiver, config)))
                .toList();
    }

    private ConfigException unsupported(ReceiverConfig receiver, UnsupportedConfig config) {
        return new ConfigException(
                file,
                config.line(),
                config.path(),
                "receiver \"" + receiver.name() + "\": " + config.key()
                        + " is not supported; use webhook_configs, or another kind of receiver, instead");
    }

    /**
     * The receiver of a name.
     *
     * @throws IllegalArgumentException when there is none; every receiver that a route names is there
     */
    public ReceiverConfig receiver(String name) {
        return receivers.stream()
                .filter(receiver -> receiver.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no receiver named \"" + name + "\""));
    }

    /** The time intervals, for asking whether a route is muted. */
    public TimeIntervals intervals() {
        Map<String, List<TimeInterval>> byName = new HashMap<>();
        timeIntervals.forEach(interval -> byName.put(interval.name(), interval.intervals()));
        return new TimeIntervals(byName);
    }

    /** The configuration as YAML without its secrets, for showing. */
    public String shown() {
        return ShownText.of(file, text);
    }

    /** Only the file's name: the text has secrets. */
    @Override
    public String toString() {
        return "AlertmanagerConfig[" + file + "]";
    }
}
