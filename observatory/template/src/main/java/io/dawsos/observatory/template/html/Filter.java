package io.dawsos.observatory.template.html;

/** What stands in the place of values that are not safe where they were to stand. People search for these words. */
final class Filter {
    static final String REFUSED = "ZgotmplZ";

    private Filter() {}
}
