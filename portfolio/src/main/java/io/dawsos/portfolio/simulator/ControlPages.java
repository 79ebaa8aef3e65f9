package io.dawsos.portfolio.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the simulator is told what to do: {@code PUT /chaos/{provider}?mode=fail}, with {@code count}, {@code for},
 * {@code kind} of garbage, {@code retry_after} in seconds and {@code as=date}; {@code PUT /market/{symbol}?percent=-10}.
 */
final class ControlPages {

    private static final Pattern PERCENT = Pattern.compile("[+-]?\\d{1,4}(\\.\\d{1,4})?");
    private static final BigDecimal LEAST_PERCENT = new BigDecimal("-99");

    private final SequencedMap<String, Chaos> chaos;
    private final SimulatedMarket market;

    ControlPages(SequencedMap<String, Chaos> chaos, SimulatedMarket market) {
        this.chaos = chaos;
        this.market = market;
    }

    /** Something in a request is not as wanted. */
    private static final class Wrong extends Exception {
        Wrong(String message) {
            super(message, null, false, false); // an answer, not a fault
        }
    }

    Page chaos(Call call) {
        String name = call.path().isEmpty() ? "" : call.path().substring(1);
        if (name.isEmpty() && call.method().equals("GET")) {
            return Page.json(200, states());
        }
        Chaos one = chaos.get(name);
        if (one == null) {
            return Page.text(404, "no provider \"%s\"; there are %s\n".formatted(name, chaos.sequencedKeySet()));
        }
        try {
            if (call.method().equals("PUT")) {
                one.set(orders(call));
            }
            return Page.json(200, one.state());
        } catch (Wrong e) {
            return Page.text(400, e.getMessage() + "\n");
        }
    }

    private SequencedMap<String, Object> states() {
        SequencedMap<String, Object> states = new LinkedHashMap<>();
        chaos.forEach((name, one) -> states.put(name, one.state()));
        return states;
    }

    private static Chaos.Orders orders(Call call) throws Wrong {
        Optional<String> as = call.parameter("as");
        if (as.isPresent() && !as.get().equals("date") && !as.get().equals("seconds")) {
            throw new Wrong("as: wanted seconds or date");
        }
        Integer seconds = number(call, "retry_after");
        return new Chaos.Orders(
                choice(call, "mode", ChaosMode.class, ChaosMode.OK),
                choice(call, "kind", Garbage.class, Garbage.HTML),
                number(call, "count"),
                duration(call),
                seconds == null ? Chaos.WELL.retryAfter() : Duration.ofSeconds(seconds),
                as.equals(Optional.of("date")));
    }

    private static <E extends Enum<E>> E choice(Call call, String name, Class<E> type, E otherwise) throws Wrong {
        Optional<String> value = call.parameter(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.get())) {
                return constant;
            }
        }
        String choices = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new Wrong("%s: wanted one of %s, got \"%s\"".formatted(name, choices, value.get()));
    }

    private static @Nullable Integer number(Call call, String name) throws Wrong {
        Optional<String> value = call.parameter(name);
        if (value.isEmpty()) {
            return null;
        }
        if (!value.get().matches("\\d{1,6}") || Integer.parseInt(value.get()) == 0) {
            throw new Wrong("%s: wanted a number from 1 to 999999, got \"%s\"".formatted(name, value.get()));
        }
        return Integer.parseInt(value.get());
    }

    private static @Nullable Duration duration(Call call) throws Wrong {
        Optional<String> value = call.parameter("for");
        if (value.isEmpty()) {
            return null;
        }
        try {
            String text = value.get().toUpperCase(Locale.ROOT);
            return Duration.parse(text.startsWith("P") ? text : "PT" + text);
        } catch (DateTimeParseException e) {
            throw new Wrong("for: wanted a duration such as 30s, 2m or PT2M, got \"%s\"".formatted(value.get()));
        }
    }

    Page market(Call call) {
        String symbol = call.path().isEmpty() ? "" : call.path().substring(1);
        if (!call.method().equals("PUT")) {
            return Page.json(200, Map.of("moves", market.moves()));
        }
        String percent = call.parameter("percent").orElse("");
        if (!PERCENT.matcher(percent).matches() || new BigDecimal(percent).compareTo(LEAST_PERCENT) < 0) {
            return Page.text(400, "percent: wanted a number from -99 to 9999, got \"%s\"\n".formatted(percent));
        }
        return market.move(symbol, new BigDecimal(percent))
                ? Page.json(200, Map.of("symbol", symbol, "percent", new BigDecimal(percent)))
                : Page.text(404, "no security \"%s\"\n".formatted(symbol));
    }

    /** For people. */
    Page state() {
        StringBuilder text = new StringBuilder("Market simulator\n\nproviders\n");
        chaos.forEach((name, one) -> text.append("  %-8s %s%n".formatted(name, told(one.state()))));
        text.append("\nmoved by hand\n");
        market.moves().forEach((symbol, percent) -> text.append("  %-8s %+.2f %%%n".formatted(symbol, percent)));
        if (market.moves().isEmpty()) {
            text.append("  nothing\n");
        }
        return Page.text(200, text.toString());
    }

    private static String told(Map<String, Object> state) {
        return state.entrySet().stream()
                .map(entry -> entry.getKey().equals("mode")
                        ? String.valueOf(entry.getValue())
                        : entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("  "));
    }
}
