package io.dawsos.observatory.server.api;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import io.dawsos.observatory.server.http.Parameters;
import io.dawsos.observatory.tsdb.SeriesExemplars;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** {@code /api/v1/query_exemplars}: the exemplars of the series that an expression reads. */
final class ExemplarsEndpoint implements Endpoint {
    private final Function<Selection, List<SeriesExemplars>> exemplars;
    private final QuerySettings settings;

    ExemplarsEndpoint(Function<Selection, List<SeriesExemplars>> exemplars, QuerySettings settings) {
        this.exemplars = exemplars;
        this.settings = settings;
    }

    @Override
    public Answer answer(Parameters parameters, Cancellation gone) {
        long from = ApiTime.of(parameters, "start", ApiTime.EARLIEST);
        long to = ApiTime.of(parameters, "end", ApiTime.LATEST);
        if (to < from) {
            throw new Failure(FailureType.BAD_DATA, "end timestamp must not be before start timestamp");
        }
        Map<Labels, SeriesExemplars> found = new TreeMap<>();
        for (List<Matcher> matchers : selectors(parameters.get("query"))) {
            exemplars.apply(new Selection(matchers, from, to)).forEach(series -> found.put(series.series(), series));
        }
        return new Answer(out -> {
            out.writeStartArray();
            found.values().forEach(series -> write(out, series));
            out.writeEndArray();
        });
    }

    private List<List<Matcher>> selectors(String query) {
        try {
            return Selectors.in(PromQl.parse(query, settings.features()));
        } catch (PromQlException e) {
            throw QueryRunner.failure(e);
        }
    }

    private static void write(JsonGenerator out, SeriesExemplars series) {
        out.writeStartObject();
        out.writeName("seriesLabels");
        Values.labels(out, series.series());
        out.writeName("exemplars");
        out.writeStartArray();
        for (Exemplar exemplar : series.exemplars()) {
            out.writeStartObject();
            out.writeName("labels");
            Values.labels(out, exemplar.labels());
            out.writeStringProperty("value", GoNumber.of(exemplar.value()));
            out.writeName("timestamp");
            out.writeNumber(GoNumber.seconds(exemplar.timestamp()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
