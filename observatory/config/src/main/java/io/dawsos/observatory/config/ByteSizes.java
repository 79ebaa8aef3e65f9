package io.dawsos.observatory.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes as Prometheus writes them: {@code 10MB} and {@code 10MiB} are both 10 times 1024 times 1024. */
public final class ByteSizes {
    private static final Pattern PART = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,15})?)([KMGTPE]?)i?B");
    private static final List<String> UNITS = List.of("", "K", "M", "G", "T", "P", "E");

    private ByteSizes() {}

    /** @throws IllegalArgumentException when the text is no size, or larger than 8 EiB */
    public static long parse(String text) {
        if (text.equals("0")) {
            return 0;
        }
        Matcher part = PART.matcher(text);
        double bytes = 0;
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            bytes += Double.parseDouble(part.group(1)) * Math.scalb(1.0, 10 * UNITS.indexOf(part.group(2)));
            end = part.end();
        }
        if (end == 0 || end < text.length() || bytes >= 0x1p63) {
            throw new IllegalArgumentException("wanted a size in bytes such as 10MB, got \"" + text + "\"");
        }
        return (long) bytes;
    }

    /** Such as {@code 10MiB}, in the largest unit that leaves no rest. */
    public static String text(long bytes) {
        int unit = 0;
        long rest = bytes;
        while (rest != 0 && rest % 1024 == 0 && unit < UNITS.size() - 1) {
            rest /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%d%s%sB", rest, UNITS.get(unit), unit == 0 ? "" : "i");
    }
}
