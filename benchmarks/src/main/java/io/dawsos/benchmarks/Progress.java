package io.dawsos.benchmarks;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/** What a run that takes minutes says of itself. */
public final class Progress {

    private Progress() {}

    @FormatMethod
    public static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
