package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.dispatch.Dispatcher;
import io.dawsos.observatory.alertmanager.inhibit.Inhibitor;
import io.dawsos.observatory.alertmanager.stage.Cutoff;

/** What belongs to the configuration of the moment. */
record Running(AlertmanagerSetup setup, Inhibitor inhibitor, Dispatcher dispatcher, Cutoff cutoff) {}
