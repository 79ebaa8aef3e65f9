package io.dawsos.observatory.server.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sizes such as {@code 512MB}, in powers of 1024 as Prometheus has them. */
final class SizeConverter implements ITypeConverter<Long> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(|B|KB|MB|GB|TB|PB)");
    private static final String UNITS = "KMGTP";

    @Override
    public Long convert(String text) {
        Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw new TypeConversionException("wanted a size such as 512MB or 20GB, got \"" + text + "\"");
        }
        String unit = size.group(2);
        int power = unit.length() < 2 ? 0 : UNITS.indexOf(unit.charAt(0)) + 1;
        return Math.multiplyExact(Long.parseLong(size.group(1)), 1L << (10 * power));
    }
}
