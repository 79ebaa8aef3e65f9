package io.dawsos.observatory.rules;

import java.time.Duration;
import java.time.Instant;

/** Hears what happens to rules, so that a server can count it. Is called by many threads. */
public interface RuleListener {
    /** Counts nothing. */
    RuleListener NONE = new RuleListener() {};

    /** A rule was evaluated, well or not. */
    default void evaluated(RuleGroup group, Rule rule, Duration took) {}

    /** A rule's evaluation has failed; it was counted as evaluated too. */
    default void failed(RuleGroup group, Rule rule, String reason) {}

    /** A time of evaluation has come, or was missed. */
    default void scheduled(RuleGroup group, long count) {}

    /** Times of evaluation went by while the one before still ran. */
    default void missed(RuleGroup group, long count) {}

    /**
     * All rules of a group were evaluated.
     *
     * @param at the time that they were evaluated for
     * @param samples that they gave
     */
    default void completed(RuleGroup group, Instant at, Duration took, long samples) {}

    /** A group is evaluated from now on. */
    default void started(RuleGroup group, Duration interval) {}

    /** A group is not evaluated any more. */
    default void stopped(RuleGroup group) {}
}
