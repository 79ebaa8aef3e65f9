package io.dawsos.observatory.server.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs something when the process gets SIGHUP, which would else end it. */
final class HangUp {
    private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

    private HangUp() {}

    /** By reflection: the JDK has no other way to a signal, and its compiler complains of this one. */
    static void runs(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler run = (_, method, _) -> {
                if (method.getName().equals("handle")) {
                    Thread.ofVirtual().name("reload").start(action);
                }
                return null;
            };
            Object proxy = Proxy.newProxyInstance(HangUp.class.getClassLoader(), new Class<?>[] {handler}, run);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), proxy);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.warn("SIGHUP does not reload the configuration on this JVM ({}); POST /-/reload does", e.toString());
        }
    }
}
