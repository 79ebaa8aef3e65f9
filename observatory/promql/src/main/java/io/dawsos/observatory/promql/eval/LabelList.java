package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.Labels;
import java.util.StringJoiner;

/** Labels as Prometheus's messages list them: {@code {__name__="up", job="api"}}. */
final class LabelList {
    private LabelList() {}

    static String of(Labels labels) {
        StringJoiner list = new StringJoiner(", ", "{", "}");
        labels.forEach((name, value) -> list.add(name + '=' + GoString.quoted(value)));
        return list.toString();
    }
}
