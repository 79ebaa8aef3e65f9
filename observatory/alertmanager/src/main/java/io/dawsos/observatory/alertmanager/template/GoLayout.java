package io.dawsos.observatory.alertmanager.template;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Go's layouts of times, which show how the second of January 2006, 15:04:05 in a zone seven hours behind, would be
 * written: {@code 2006-01-02 15:04:05 MST}.
 */
final class GoLayout {
    private static final int LONGEST = 1000;
    private static final int NANOSECOND_DIGITS = 9;

    /** What a layout is made of; where one begins with another, the longer is first. */
    private enum Part {
        LONG_MONTH("January"),
        MONTH("Jan"),
        LONG_WEEK_DAY("Monday"),
        WEEK_DAY("Mon"),
        ZONE("MST"),
        YEAR_DAY("002"),
        ZERO_MONTH("01"),
        ZERO_DAY("02"),
        ZERO_HOUR_12("03"),
        ZERO_MINUTE("04"),
        ZERO_SECOND("05"),
        SHORT_YEAR("06"),
        HOUR("15"),
        YEAR("2006"),
        NUMBER_MONTH("1"),
        DAY("2"),
        HOUR_12("3"),
        MINUTE("4"),
        SECOND("5"),
        SPACED_YEAR_DAY("__2"),
        UNDERSCORE_YEAR("_2006"),
        SPACED_DAY("_2"),
        UPPER_HALF("PM"),
        LOWER_HALF("pm"),
        OFFSET_SECONDS_COLONS("-07:00:00"),
        OFFSET_SECONDS("-070000"),
        OFFSET_COLON("-07:00"),
        OFFSET("-0700"),
        OFFSET_HOURS("-07"),
        Z_OFFSET_SECONDS_COLONS("Z07:00:00"),
        Z_OFFSET_SECONDS("Z070000"),
        Z_OFFSET_COLON("Z07:00"),
        Z_OFFSET("Z0700"),
        Z_OFFSET_HOURS("Z07");

        private final String text;

        Part(String text) {
            this.text = text;
        }
    }

    private static final Part[] PARTS = Part.values();

    private GoLayout() {}

    static String format(ZonedDateTime time, String layout) {
        if (layout.length() > LONGEST) {
            throw new IllegalArgumentException("a layout has at most " + LONGEST + " characters");
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < layout.length()) {
            Part part = part(layout, at);
            int fraction = part == null ? fraction(layout, at) : 0;
            if (part != null) {
                text.append(text(part, time));
                at += part.text.length();
            } else if (fraction > 0) {
                text.append(fraction(time, layout, at, fraction));
                at += 1 + fraction;
            } else {
                text.append(layout.charAt(at++));
            }
        }
        return text.toString();
    }

    private static @Nullable Part part(String layout, int at) {
        for (Part part : PARTS) {
            if (layout.startsWith(part.text, at) && !isLongerWord(part, layout, at)) {
                return part;
            }
        }
        return null;
    }

    /** Go leaves {@code Janus} and {@code Month} alone. */
    private static boolean isLongerWord(Part part, String layout, int at) {
        int end = at + part.text.length();
        return (part == Part.MONTH || part == Part.WEEK_DAY)
                && end < layout.length()
                && Character.isLowerCase(layout.charAt(end));
    }

    /** How many zeros or nines make a fraction of a second here; 0 for none. */
    private static int fraction(String layout, int at) {
        if (layout.charAt(at) != '.' && layout.charAt(at) != ',') {
            return 0;
        }
        int end = at + 1;
        while (end < layout.length()
                && layout.charAt(end) == layout.charAt(at + 1)
                && "09".indexOf(layout.charAt(end)) >= 0) {
            end++;
        }
        boolean digitFollows = end < layout.length() && Character.isDigit(layout.charAt(end));
        return digitFollows ? 0 : end - at - 1;
    }

    private static String fraction(ZonedDateTime time, String layout, int at, int digits) {
        String nanoseconds = String.format(Locale.ROOT, "%09d", time.getNano());
        String shown = nanoseconds.substring(0, Math.min(digits, NANOSECOND_DIGITS))
                + "0".repeat(Math.max(0, digits - NANOSECOND_DIGITS));
        if (layout.charAt(at + 1) == '9') {
            shown = shown.replaceAll("0+$", "");
            return shown.isEmpty() ? "" : layout.charAt(at) + shown;
        }
        return layout.charAt(at) + shown;
    }

    private static String text(Part part, ZonedDateTime time) {
        return switch (part) {
            case LONG_MONTH -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case MONTH ->
                time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case LONG_WEEK_DAY -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case WEEK_DAY ->
                time.getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .substring(0, 3);
            case ZONE -> zone(time);
            case YEAR_DAY -> padded(time.getDayOfYear(), 3, '0');
            case SPACED_YEAR_DAY -> padded(time.getDayOfYear(), 3, ' ');
            case ZERO_MONTH -> padded(time.getMonthValue(), 2, '0');
            case NUMBER_MONTH -> Integer.toString(time.getMonthValue());
            case ZERO_DAY -> padded(time.getDayOfMonth(), 2, '0');
            case SPACED_DAY -> padded(time.getDayOfMonth(), 2, ' ');
            case DAY -> Integer.toString(time.getDayOfMonth());
            case HOUR -> padded(time.getHour(), 2, '0');
            case ZERO_HOUR_12 -> padded(hour12(time), 2, '0');
            case HOUR_12 -> Integer.toString(hour12(time));
            case ZERO_MINUTE -> padded(time.getMinute(), 2, '0');
            case MINUTE -> Integer.toString(time.getMinute());
            case ZERO_SECOND -> padded(time.getSecond(), 2, '0');
            case SECOND -> Integer.toString(time.getSecond());
            case YEAR -> padded(time.getYear(), 4, '0');
            case UNDERSCORE_YEAR -> "_" + padded(time.getYear(), 4, '0');
            case SHORT_YEAR -> padded(Math.floorMod(time.getYear(), 100), 2, '0');
            case UPPER_HALF -> time.getHour() >= 12 ? "PM" : "AM";
            case LOWER_HALF -> time.getHour() >= 12 ? "pm" : "am";
            default -> offset(part, time.getOffset());
        };
    }

    private static int hour12(ZonedDateTime time) {
        int hour = time.getHour() % 12;
        return hour == 0 ? 12 : hour;
    }

    private static String zone(ZonedDateTime time) {
        if (time.getZone() instanceof ZoneOffset offset) {
            return offset.getTotalSeconds() == 0
                    ? "UTC"
                    : digits(offset, "", false).replaceAll("00$", "");
        }
        return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time);
    }

    private static String offset(Part part, ZoneOffset offset) {
        if (part.text.startsWith("Z") && offset.getTotalSeconds() == 0) {
            return "Z";
        }
        return switch (part) {
            case OFFSET_HOURS, Z_OFFSET_HOURS -> digits(offset, "", false).substring(0, 3);
            case OFFSET_COLON, Z_OFFSET_COLON -> digits(offset, ":", false);
            case OFFSET_SECONDS, Z_OFFSET_SECONDS -> digits(offset, "", true);
            case OFFSET_SECONDS_COLONS, Z_OFFSET_SECONDS_COLONS -> digits(offset, ":", true);
            default -> digits(offset, "", false);
        };
    }

    private static String digits(ZoneOffset offset, String separator, boolean seconds) {
        int size = Math.abs(offset.getTotalSeconds());
        String text = (offset.getTotalSeconds() < 0 ? "-" : "+")
                + padded(size / 3600, 2, '0')
                + separator
                + padded(size / 60 % 60, 2, '0');
        return seconds ? text + separator + padded(size % 60, 2, '0') : text;
    }

    private static String padded(int number, int width, char with) {
        String digits = Integer.toString(Math.abs(number));
        return (number < 0 ? "-" : "") + String.valueOf(with).repeat(Math.max(0, width - digits.length())) + digits;
    }
}
