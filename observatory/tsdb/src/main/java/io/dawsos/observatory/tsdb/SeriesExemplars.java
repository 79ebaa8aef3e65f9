package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import java.util.List;

/** The exemplars of one series, by ascending time. */
public record SeriesExemplars(Labels series, List<Exemplar> exemplars) {
    public SeriesExemplars {
        exemplars = List.copyOf(exemplars);
    }
}
