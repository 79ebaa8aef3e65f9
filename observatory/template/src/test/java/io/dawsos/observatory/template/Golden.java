package io.dawsos.observatory.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A template and what it gives.
 *
 * @param newer whether Go 1.19 does otherwise
 * @param expected the text, or the message of the error
 */
record Golden(String template, boolean html, boolean newer, boolean fails, String expected) {
    static List<Golden> all() {
        List<String> lines =
                lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        List<Golden> all = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            all.add(of(lines.get(i), lines.get(i + 1)));
        }
        return all;
    }

    private static Stream<String> lines() {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden of(String template, String result) {
        boolean newer = template.startsWith("N:");
        String unmarked = newer ? template.substring(2) : template;
        boolean html = unmarked.startsWith("H:");
        return new Golden(
                (html ? unmarked.substring(2) : unmarked).replace("⏎", "\n"),
                html,
                newer,
                result.startsWith("=!"),
                result.substring(3).replace("⏎", "\n"));
    }

    @Override
    public String toString() {
        return (html ? "H:" : "") + template;
    }
}
