package io.dawsos.observatory.server.api;

import io.dawsos.observatory.server.http.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * What an endpoint answers when it can.
 *
 * @param data writes the value of {@code data}
 * @param warnings something is wrong with it
 * @param infos something may be wrong with what was asked
 */
record Answer(Json.Writer data, List<String> warnings, List<String> infos) {
    static final String TRUNCATED = "results truncated due to limit";

    /** That it is done: an answer of status 204 without a body. */
    static final Answer NOTHING = new Answer(_ -> {});

    Answer {
        warnings = List.copyOf(warnings);
        infos = List.copyOf(infos);
    }

    Answer(Json.Writer data) {
        this(data, List.of(), List.of());
    }

    /** This, with the warning that not all is there, if it is not. */
    Answer truncated(boolean truncated) {
        if (!truncated) {
            return this;
        }
        List<String> more = new ArrayList<>(warnings);
        more.add(TRUNCATED);
        return new Answer(data, more, infos);
    }
}
