package io.dawsos.telemetry.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting that telemetry does not accept. The message says which, what was wanted and what came. */
final class RefusedSetting extends IllegalArgumentException {

    RefusedSetting(IllegalArgumentException cause) {
        super(cause.getMessage(), cause);
    }

    /** Says it to who starts the application, without a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<RefusedSetting> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, RefusedSetting cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()),
                    "Correct it among the environment variables, or among Spring's properties of the same name.",
                    cause);
        }
    }
}
