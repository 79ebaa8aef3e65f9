package io.dawsos.portfolio.alert;

/** An alert whose condition is true. */
record Hit(Watched watched, Finding finding) {}
