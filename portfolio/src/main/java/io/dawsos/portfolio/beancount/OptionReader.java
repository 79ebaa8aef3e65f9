package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects options. One that changes what a ledger means, and is not understood, is refused. */
final class OptionReader {

    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "title",
            "operating_currency",
            "render_commas",
            "documents",
            "long_string_maxlines",
            "conversion_currency",
            "account_previous_balances",
            "account_previous_earnings",
            "account_previous_conversions",
            "account_current_earnings",
            "account_current_conversions",
            "account_unrealized_gains");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{0,28})?");
    private static final Pattern TOLERANCE = Pattern.compile("(\\*|[A-Z][A-Z0-9'._-]{0,23}):(" + NUMBER + ")");
    private static final int MOST = 1_000;

    private final Map<String, BigDecimal> tolerances = new HashMap<>();
    private BookingMethod booking = Options.DEFAULT.booking();
    private BigDecimal multiplier = Options.DEFAULT.toleranceMultiplier();

    Options options() {
        return new Options(booking, multiplier, tolerances);
    }

    /**
     * @param main whether it stands in the main file: elsewhere Beancount does not look at it
     * @return what is wrong
     */
    Optional<String> read(String name, String value, boolean main) {
        if (WITHOUT_EFFECT.contains(name)) {
            return Optional.empty();
        }
        if (!main) {
            return Optional.of("option \"%s\" has an effect in the main file only: move it there".formatted(name));
        }
        return switch (name) {
            case "booking_method" -> booking(value);
            case "inferred_tolerance_default" -> tolerance(value);
            case "inferred_tolerance_multiplier", "tolerance_multiplier" -> multiplier(value);
            case "infer_tolerance_from_cost" ->
                value.equalsIgnoreCase("FALSE")
                        ? Optional.empty()
                        : Optional.of("option \"%s\": wanted FALSE, got \"%s\"".formatted(name, value));
            default -> Optional.of("option \"%s\" is not read".formatted(name));
        };
    }

    static String wantedMethod(String came) {
        return "wanted one of the booking methods %s, got \"%s\""
                .formatted(Arrays.toString(BookingMethod.values()), came);
    }

    private Optional<String> booking(String value) {
        Optional<BookingMethod> named = BookingMethod.named(value);
        named.ifPresent(method -> booking = method);
        return named.isPresent() ? Optional.empty() : Optional.of(wantedMethod(value));
    }

    private Optional<String> tolerance(String value) {
        var matcher = TOLERANCE.matcher(value);
        if (!matcher.matches()) {
            return Optional.of("wanted a tolerance such as USD:0.005, got \"%s\"".formatted(value));
        }
        tolerances.put(matcher.group(1), new BigDecimal(matcher.group(2)));
        return tolerances.size() <= MOST
                ? Optional.empty()
                : Optional.of("there are at most %d tolerances".formatted(MOST));
    }

    private Optional<String> multiplier(String value) {
        if (!NUMBER.matcher(value).matches()) {
            return Optional.of("wanted a multiplier such as 0.5, got \"%s\"".formatted(value));
        }
        multiplier = new BigDecimal(value);
        return Optional.empty();
    }
}
