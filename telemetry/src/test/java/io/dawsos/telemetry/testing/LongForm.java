package io.dawsos.telemetry.testing;

/**
 * Whether tests run in their long form: {@code ./dawsos test --long}, which sets {@code -Ddawsos.long=true}. What only
 * runs then is tagged {@code long}; what merely runs longer asks here.
 */
public final class LongForm {

    private LongForm() {}

    public static boolean isAsked() {
        return Boolean.getBoolean("dawsos.long");
    }

    /** @param property a system property that says it for this test alone, over both */
    public static int number(String property, int brief, int extended) {
        return Integer.getInteger(property, isAsked() ? extended : brief);
    }
}
