package io.dawsos.portfolio.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param path what follows the part that names whom it is for, with its slash
 */
record Call(String method, String path, Map<String, String> parameters) {

    static Call of(HttpExchange exchange) {
        String context = exchange.getHttpContext().getPath();
        String path = exchange.getRequestURI().getPath();
        return new Call(
                exchange.getRequestMethod(),
                path.startsWith(context) ? path.substring(context.length()) : path,
                parameters(exchange.getRequestURI().getRawQuery()));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            parameters.put(decode(nameAndValue[0]), nameAndValue.length == 2 ? decode(nameAndValue[1]) : "");
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    List<String> list(String name) {
        return parameter(name).map(value -> List.of(value.split(","))).orElse(List.of());
    }

    Optional<LocalDate> date(String name) {
        return parameter(name).flatMap(Call::day);
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // said in the contract: the caller answers that
        }
    }
}
