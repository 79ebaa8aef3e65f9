package io.dawsos.observatory.rules.send;

import io.dawsos.observatory.model.Alert;
import java.util.List;

/** Takes alerts as rules raise them, repeat them and end them. Returns at once; safe for use by many threads. */
@FunctionalInterface
public interface AlertReceiver {
    /** Takes none. */
    AlertReceiver NOBODY = alerts -> {};

    void receive(List<Alert> alerts);

    /** One that hands on to all of several. */
    static AlertReceiver all(List<AlertReceiver> receivers) {
        List<AlertReceiver> copy = List.copyOf(receivers);
        return alerts -> copy.forEach(receiver -> receiver.receive(alerts));
    }
}
