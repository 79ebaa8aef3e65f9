package io.dawsos.portfolio.pricing;

/** Is told when a build begins a step, in the build's thread and span, once the step is kept. */
@FunctionalInterface
interface BuildProgress {

    void begins(PackBuild build, BuildStep step);
}
