package io.dawsos.telemetry.log;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * What libraries log through {@code java.util.logging} (OpenTelemetry's SDK is one) comes to SLF4J. The JDK's own level
 * still decides first, INFO when nothing was said, so that what is not logged costs nothing.
 */
final class JulBridge {

    private final boolean wanted;
    private boolean installed;
    private List<Handler> replaced = List.of();

    JulBridge(boolean wanted) {
        this.wanted = wanted;
    }

    /** Does nothing where a framework has built the bridge already. */
    void install() {
        if (wanted && !SLF4JBridgeHandler.isInstalled()) {
            replaced = List.of(root().getHandlers());
            replaced.forEach(root()::removeHandler);
            SLF4JBridgeHandler.install();
            installed = true;
        }
    }

    void uninstall() {
        if (installed) {
            SLF4JBridgeHandler.uninstall();
            replaced.forEach(root()::addHandler);
            installed = false;
        }
    }

    private static Logger root() {
        return Logger.getLogger("");
    }
}
