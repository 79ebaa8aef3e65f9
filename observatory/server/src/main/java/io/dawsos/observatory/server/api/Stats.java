package io.dawsos.observatory.server.api;

import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.server.http.Json;
import io.dawsos.observatory.server.http.Parameters;

/** What the parameter {@code stats} asks for: how much a query took. The clock starts when it is made. */
record Stats(boolean wanted, long began) {

    static Stats of(Parameters parameters) {
        return new Stats(parameters.has("stats"), System.nanoTime());
    }

    /** The answer of a query, with the statistics when they are wanted. */
    Answer answer(QueryResult result, Json.Writer writer) {
        double seconds = (System.nanoTime() - began) / 1e9;
        Json.Writer data = out -> {
            out.writeStartObject();
            writer.write(out);
            if (wanted) {
                out.writeName("stats");
                statistics(result, seconds).write(out);
            }
            out.writeEndObject();
        };
        return new Answer(
                data, result.annotations().warnings(), result.annotations().infos());
    }

    private static Json.Writer statistics(QueryResult result, double seconds) {
        return out -> {
            out.writeStartObject();
            out.writeName("timings");
            out.writeStartObject();
            out.writeNumberProperty("evalTotalTime", seconds);
            out.writeNumberProperty("execTotalTime", seconds);
            out.writeEndObject();
            out.writeName("samples");
            out.writeStartObject();
            out.writeNumberProperty("totalQueryableSamples", result.samplesRead());
            out.writeNumberProperty("peakSamples", result.peakSamples());
            out.writeEndObject();
            out.writeEndObject();
        };
    }
}
