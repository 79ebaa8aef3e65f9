package io.dawsos.observatory.alertmanager.template;

import io.dawsos.observatory.template.MissingKey;
import io.dawsos.observatory.template.Template;
import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The templates of one configuration: those that are there without any file, and those of its files, which come before
 * them. Safe for threads.
 */
public final class NotificationTemplates {
    private static final List<String> DEFAULTS = List.of("default.tmpl", "email.tmpl");
    private static final long LARGEST_FILE = 1 << 20;

    private final TemplateSet set;
    /** By the texts of the configuration, of which there is a fixed number. */
    private final Map<String, Template> parsed = new ConcurrentHashMap<>();

    private NotificationTemplates(TemplateSet set) {
        this.set = set;
    }

    /**
     * Reads the files that patterns name.
     *
     * @param patterns paths with {@code *}, {@code ?} and {@code […]}; a pattern that names no file is none
     * @param clock what {@code since} asks
     * @throws TemplateException when a file cannot be parsed, with its name, line and column
     * @throws IOException when a file cannot be read
     */
    public static NotificationTemplates read(List<String> patterns, InstantSource clock) throws IOException {
        TemplateSet set = Functions.addTo(TemplateSet.builder().missingKey(MissingKey.ZERO), clock)
                .build();
        for (String name : DEFAULTS) {
            set.define(name, resource(name));
        }
        for (String pattern : patterns) {
            for (Path file : FilePattern.files(pattern)) {
                set.define(file.toString(), text(file));
            }
        }
        return new NotificationTemplates(set);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(NotificationTemplates.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException(file + ": a file of templates has at most " + LARGEST_FILE + " bytes");
        }
        return Files.readString(file);
    }

    /**
     * The text of a template that the configuration has in place.
     *
     * @throws TemplateException when it cannot be parsed or executed
     */
    public String text(String template, Data data) {
        return template.isEmpty() ? "" : template(template).text(data);
    }

    /** The same as HTML, in which what comes of alerts is escaped. */
    public String html(String template, Data data) {
        return template.isEmpty() ? "" : template(template).html(data);
    }

    private Template template(String text) {
        return parsed.computeIfAbsent(text, of -> set.parse("template", of));
    }
}
