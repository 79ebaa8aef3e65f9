package io.dawsos.portfolio.provider;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers in JSON: numbers exactly, and whatever is not as wanted is told with its place. */
final class Json {

    private static final int MOST_SHOWN = 160;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    static JsonNode parse(byte[] body) throws BadAnswer {
        try {
            JsonNode root = MAPPER.readTree(body);
            if (root.isMissingNode()) {
                throw BadAnswer.garbage("wanted JSON, got nothing");
            }
            return root;
        } catch (JacksonException e) {
            throw BadAnswer.garbage("wanted JSON, got%s: %s".formatted(place(e), shown(e.getOriginalMessage())));
        } catch (NumberFormatException e) {
            // Jackson lets those of BigDecimal through, for an exponent of more than an int.
            throw BadAnswer.garbage("wanted JSON, got a number that is none: " + shown(String.valueOf(e.getMessage())));
        }
    }

    private static String shown(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
    }

    /** Where in a body it stopped making sense; not everything that can be wrong has a place. */
    static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    /** @param where how the message names it */
    static List<JsonNode> array(JsonNode node, String where) throws BadAnswer {
        if (!node.isArray()) {
            throw wrong(where, "an array", node);
        }
        return node.values().stream().toList();
    }

    static JsonNode object(JsonNode node, String where) throws BadAnswer {
        if (!node.isObject()) {
            throw wrong(where, "an object", node);
        }
        return node;
    }

    static String text(JsonNode node, String where) throws BadAnswer {
        if (!node.isString()) {
            throw wrong(where, "text", node);
        }
        return node.stringValue();
    }

    static BadAnswer wrong(String where, String wanted, JsonNode came) {
        return BadAnswer.garbage("%s: wanted %s, got %s".formatted(where, wanted, kind(came)));
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING -> "nothing";
            case NULL -> "null";
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case NUMBER -> "a number";
            case STRING -> "text";
            case BOOLEAN -> "a boolean";
            case BINARY, POJO -> "something else";
        };
    }
}
