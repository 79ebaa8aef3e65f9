package io.dawsos.portfolio.pricing;

import java.time.LocalDate;

/**
 * Names one pricing pack and its content.
 *
 * @param number the row's key, of use only beside the database it came from
 * @param id {@code PP_YYYY-MM-DD}; a rebuild has the same
 * @param hash of the content, see {@link PackContent#hash}: tells rebuilds apart
 */
public record PackRef(long number, String id, LocalDate date, String hash) {

    public static String id(LocalDate date) {
        return "PP_" + date;
    }
}
