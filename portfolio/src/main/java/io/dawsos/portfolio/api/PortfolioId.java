package io.dawsos.portfolio.api;

import io.dawsos.portfolio.Refused;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id in a path. What is no UUID names no portfolio, and is not quoted back. */
final class PortfolioId {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private PortfolioId() {}

    static UUID parse(String id) {
        if (!FORM.matcher(id).matches()) {
            throw Refused.unknown("unknown-portfolio", "there is no such portfolio: an id is a UUID");
        }
        return UUID.fromString(id);
    }
}
