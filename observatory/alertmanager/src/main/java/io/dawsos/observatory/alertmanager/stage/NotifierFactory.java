package io.dawsos.observatory.alertmanager.stage;

import java.util.List;

/** Makes what a receiver of the configuration sends with. */
@FunctionalInterface
public interface NotifierFactory {
    /**
     * The integrations of a receiver, in a fixed order; none for a receiver that tells nobody. Asked once a configuration.
     *
     * @param receiver a name of the configuration
     */
    List<Integration> integrations(String receiver);
}
