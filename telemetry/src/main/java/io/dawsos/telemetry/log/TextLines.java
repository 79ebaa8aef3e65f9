package io.dawsos.telemetry.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * One aligned line an event: time, level, logger, message, fields, trace. Control characters of the message cannot
 * forge a line or steer the terminal; only a stack trace has lines of its own, indented below.
 */
final class TextLines implements LineFormat {

    private static final int LOGGER_WIDTH = 24;
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private final DateTimeFormatter time;
    private final boolean colour;
    private final StringBuilder text = new StringBuilder();

    TextLines(ZoneId zone, boolean colour) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(zone);
        this.colour = colour;
    }

    @Override
    public void add(LogLine line) {
        text.append(time.format(line.at())).append(' ');
        painted(colour(line.level()), pad(line.level().name(), 8)).append(' ');
        painted(DIM, pad(shortened(line.logger()), LOGGER_WIDTH)).append(' ');
        visible(line.message());
        line.fields().forEach((key, value) -> {
            text.append("  ");
            visible(key).append('=');
            visible(String.valueOf(value));
        });
        String trace = line.traceId();
        if (trace != null) {
            text.append("  ");
            painted(DIM, "trace=" + trace.substring(0, Math.min(8, trace.length())));
        }
        text.append('\n');
        LogLine.Failure failure = line.failure();
        if (failure != null) {
            failure.stack().lines().forEach(one -> visible("    " + one.replace("\t", "  "))
                    .append('\n'));
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
        if (text.capacity() > 1 << 20) {
            text.trimToSize();
        }
    }

    @Override
    public void truncate(int length) {
        text.setLength(length);
    }

    /** {@code io.dawsos.portfolio.Valuation} is {@code i.d.portfolio.Valuation} where the whole is too long. */
    private static String shortened(String logger) {
        String name = logger;
        int from = 0;
        int dot = name.indexOf('.', from);
        while (name.length() > LOGGER_WIDTH && dot > 0) {
            name = name.substring(0, from + 1) + name.substring(dot);
            from += 2;
            dot = name.indexOf('.', from);
        }
        return name;
    }

    private static String pad(String word, int width) {
        return word + " ".repeat(Math.max(0, width - word.length()));
    }

    private static String colour(LogLevel level) {
        return switch (level) {
            case DEBUG -> DIM;
            case INFO -> "\u001b[32m";
            case WARNING -> "\u001b[33m";
            case ERROR -> "\u001b[31m";
            case CRITICAL -> "\u001b[1;31m";
        };
    }

    private StringBuilder painted(String with, String word) {
        return colour ? text.append(with).append(word).append(PLAIN) : text.append(word);
    }

    private StringBuilder visible(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(Character.isISOControl(c) ? '?' : c);
            }
        }
        return text;
    }
}
