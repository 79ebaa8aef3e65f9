package io.dawsos.observatory.server.api;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.QueryResult.RangeSeries;
import io.dawsos.observatory.promql.QueryResult.VectorSeries;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.server.http.Json;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Results of queries: {@code resultType} and {@code result}. */
final class Results {
    private Results() {}

    /** @param limit how many series at most, 0 for all */
    static Json.Writer instant(QueryResult result, int limit) {
        long time = result.steps().start();
        return switch (result.type()) {
            case SCALAR ->
                typed("scalar", out -> Values.sample(out, time, result.scalar().getFirst()));
            case STRING -> typed("string", out -> text(out, time, result.string()));
            case INSTANT_VECTOR ->
                list("vector", out -> limited(result.vector(), limit).forEach(series -> value(out, time, series)));
            case RANGE_VECTOR ->
                list("matrix", out -> limited(result.ranges(), limit).forEach(series -> samples(out, series)));
        };
    }

    static Json.Writer range(QueryResult result, int limit) {
        Steps steps = result.steps();
        if (result.type() == ValueType.SCALAR) {
            Column column = new Column(steps.count());
            for (int i = 0; i < steps.count(); i++) {
                column.set(i, result.scalar().get(i));
            }
            return list("matrix", out -> column(out, steps, new VectorSeries(Labels.EMPTY, column)));
        }
        return list("matrix", out -> limited(result.vector(), limit).forEach(series -> column(out, steps, series)));
    }

    private static <T> List<T> limited(List<T> all, int limit) {
        return limit > 0 && all.size() > limit ? all.subList(0, limit) : all;
    }

    private static Json.Writer typed(String type, Json.Writer result) {
        return out -> {
            out.writeStringProperty("resultType", type);
            out.writeName("result");
            result.write(out);
        };
    }

    private static Json.Writer list(String type, Json.Writer elements) {
        return typed(type, out -> {
            out.writeStartArray();
            elements.write(out);
            out.writeEndArray();
        });
    }

    private static void text(JsonGenerator out, long time, String text) {
        out.writeStartArray();
        out.writeNumber(GoNumber.seconds(time));
        out.writeString(text);
        out.writeEndArray();
    }

    private static void value(JsonGenerator out, long time, VectorSeries series) {
        NativeHistogram histogram = series.column().histogram(0);
        metric(out, series.labels());
        out.writeName(histogram == null ? "value" : "histogram");
        if (histogram == null) {
            Values.sample(out, time, series.column().value(0));
        } else {
            Values.sample(out, time, histogram);
        }
        out.writeEndObject();
    }

    private static void column(JsonGenerator out, Steps steps, VectorSeries series) {
        Column column = series.column();
        Samples samples = new Samples(column.steps());
        for (int i = 0; i < column.steps(); i++) {
            NativeHistogram histogram = column.histogram(i);
            if (column.has(i) && histogram != null) {
                samples.append(steps.at(i), histogram);
            } else if (column.has(i)) {
                samples.append(steps.at(i), column.value(i));
            }
        }
        samples(out, new RangeSeries(series.labels(), samples));
    }

    private static void samples(JsonGenerator out, RangeSeries series) {
        metric(out, series.labels());
        floats(out, series.samples());
        histograms(out, series.samples());
        out.writeEndObject();
    }

    private static void metric(JsonGenerator out, Labels labels) {
        out.writeStartObject();
        out.writeName("metric");
        Values.labels(out, labels);
    }

    private static void floats(JsonGenerator out, Samples samples) {
        boolean any = false;
        for (int i = 0; i < samples.size(); i++) {
            if (samples.histogram(i) == null) {
                any = begin(out, "values", any);
                Values.sample(out, samples.timestamp(i), samples.value(i));
            }
        }
        end(out, any);
    }

    private static void histograms(JsonGenerator out, Samples samples) {
        boolean any = false;
        for (int i = 0; i < samples.size(); i++) {
            NativeHistogram histogram = samples.histogram(i);
            if (histogram != null) {
                any = begin(out, "histograms", any);
                Values.sample(out, samples.timestamp(i), histogram);
            }
        }
        end(out, any);
    }

    private static boolean begin(JsonGenerator out, String name, boolean begun) {
        if (!begun) {
            out.writeName(name);
            out.writeStartArray();
        }
        return true;
    }

    private static void end(JsonGenerator out, boolean begun) {
        if (begun) {
            out.writeEndArray();
        }
    }
}
