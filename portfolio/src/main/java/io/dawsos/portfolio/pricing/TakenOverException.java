package io.dawsos.portfolio.pricing;

/** Another replica has taken this build over: this one was thought dead. */
final class TakenOverException extends RuntimeException {

    TakenOverException(PackBuild build) {
        super("build %s of %s: run %d is not the newest any more".formatted(build.id(), build.date(), build.run()));
    }
}
