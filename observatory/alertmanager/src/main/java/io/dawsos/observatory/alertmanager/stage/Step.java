package io.dawsos.observatory.alertmanager.stage;

/** What a stage makes of a passage. */
public sealed interface Step {
    Passage passage();

    /** It goes on to the next stage. */
    record Goes(Passage passage) implements Step {}

    /** It ends here. */
    record Stops(Passage passage, StopReason reason, String detail) implements Step {}
}
