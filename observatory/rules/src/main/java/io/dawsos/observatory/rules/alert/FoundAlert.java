package io.dawsos.observatory.rules.alert;

import io.dawsos.observatory.model.Labels;

/** An alert that an evaluation has found a series for. */
public record FoundAlert(Labels labels, Labels annotations, double value) {}
