package io.dawsos.observatory.config;

import io.dawsos.observatory.config.YamlValue.Mapping;
import io.dawsos.observatory.config.YamlValue.Place;
import io.dawsos.observatory.config.YamlValue.Scalar;
import io.dawsos.observatory.config.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one YAML document, event by event, so that depth and aliases are bounded before they cost anything. */
final class YamlReader {
    static final int MAX_DEPTH = 64;
    static final long MAX_VALUES = 4_000_000;

    private static final String STRING_TAG = "tag:yaml.org,2002:str";
    private static final Place EMPTY = new Place(1, new Scalar("", true));

    private final String file;
    private final Iterator<Event> events;
    private final Map<Anchor, YamlValue> anchors = new HashMap<>();

    private YamlReader(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    static Place read(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(ConfigFile.MAX_BYTES)
                .build();
        try {
            return new YamlReader(file, new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException e) {
            throw new ConfigException(
                    file, e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0), "", problem(e));
        } catch (ReaderException e) {
            throw new ConfigException(
                    file,
                    lineAt(text, e.getPosition()),
                    "",
                    String.format("the character U+%04X may not stand in YAML", e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw new ConfigException(file, 0, "", "no YAML: " + e.getMessage());
        }
    }

    /** Without the excerpt of the file that the parser's own message has: it may show a secret. */
    private static String problem(MarkedYamlEngineException e) {
        return "no YAML: " + (e.getContext() == null ? "" : e.getContext() + ", ") + e.getProblem();
    }

    private static int lineAt(String text, int position) {
        return 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
    }

    private Place document() {
        Place root = EMPTY;
        boolean found = false;
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                if (found) {
                    throw problem(event, "a second document; write one document a file");
                }
                found = true;
            } else if (event instanceof NodeEvent) {
                root = value(event, 0);
            }
        }
        return root;
    }

    private Place value(Event event, int depth) {
        YamlValue value =
                switch (event) {
                    case AliasEvent alias -> aliased(alias, depth);
                    case ScalarEvent scalar -> new Scalar(scalar.getValue(), isPlain(scalar));
                    case MappingStartEvent mapping -> mapping(mapping, depth);
                    default -> sequence(event, depth);
                };
        anchor(event).ifPresent(anchor -> anchors.put(anchor, value));
        return new Place(line(event), value);
    }

    private static Optional<Anchor> anchor(Event event) {
        return event instanceof NodeEvent node && !(event instanceof AliasEvent) ? node.getAnchor() : Optional.empty();
    }

    private static boolean isPlain(ScalarEvent scalar) {
        return scalar.isPlain() && !STRING_TAG.equals(scalar.getTag().orElse(""));
    }

    private YamlValue aliased(AliasEvent alias, int depth) {
        YamlValue value = anchors.get(alias.getAlias());
        if (value == null) {
            throw problem(alias, "no anchor &" + alias.getAlias() + " ends before this alias of it");
        }
        checkDepth(alias, depth + value.height());
        return value;
    }

    private Sequence sequence(Event start, int depth) {
        if (!(start instanceof CollectionStartEvent)) {
            throw problem(start, "no YAML: wanted a value, got " + start.getEventId());
        }
        checkDepth(start, depth + 1);
        List<Place> items = new ArrayList<>();
        Extent extent = new Extent();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            Place item = value(event, depth + 1);
            items.add(item);
            extent.add(event, item.value());
        }
        return new Sequence(items, extent.height, extent.size);
    }

    private Mapping mapping(Event start, int depth) {
        checkDepth(start, depth + 1);
        Map<String, Place> entries = new LinkedHashMap<>();
        List<Place> merges = new ArrayList<>();
        Extent extent = new Extent();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Place key = value(event, depth + 1);
            Scalar name = key(event, key);
            Place value = value(events.next(), depth + 1);
            if (name.plain() && name.text().equals("<<")) {
                merges.add(new Place(key.line(), value.value()));
            } else if (entries.putIfAbsent(name.text(), new Place(key.line(), value.value())) != null) {
                throw problem(event, "the key \"" + name.text() + "\" comes twice in one map");
            }
            extent.add(event, value.value());
        }
        merges.forEach(merge -> merge(merge, entries));
        return new Mapping(entries, extent.height, extent.size);
    }

    private Scalar key(Event event, Place key) {
        if (key.value() instanceof Scalar scalar) {
            return scalar;
        }
        throw problem(event, "a key wants to be one word, got a " + (key.value() instanceof Mapping ? "map" : "list"));
    }

    /** What stands in the map itself goes before what is merged into it, and an earlier merge before a later. */
    private void merge(Place merge, Map<String, Place> entries) {
        switch (merge.value()) {
            case Mapping mapping -> mapping.entries().forEach(entries::putIfAbsent);
            case Sequence sequence -> sequence.items().forEach(item -> merge(item, entries));
            case Scalar _ -> throw new ConfigException(file, merge.line(), "", "<< wants a map, such as *anchor");
        }
    }

    private void checkDepth(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw problem(event, "nested deeper than " + MAX_DEPTH + " levels");
        }
    }

    private ConfigException problem(Event event, String text) {
        return new ConfigException(file, line(event), "", text);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    /** Height and size of a collection while it grows. */
    private final class Extent {
        int height = 1;
        long size = 1;

        void add(Event event, YamlValue value) {
            height = Math.max(height, value.height() + 1);
            size += value.size();
            if (size > MAX_VALUES) {
                throw problem(event, "more than " + MAX_VALUES + " values, those of aliases included");
            }
        }
    }
}
