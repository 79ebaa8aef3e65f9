package io.dawsos.observatory.server.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * Where to listen.
 *
 * @param host a name or an address; every address of the machine when it is 0.0.0.0 or ::
 * @param port 0 for any that is free
 */
public record ListenAddress(String host, int port) {
    private static final int LARGEST_PORT = 65_535;

    /**
     * Reads {@code host:port}; without a host, as in {@code :9090}, every address.
     *
     * @throws IllegalArgumentException saying what was wanted
     */
    public static ListenAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        String port = text.substring(colon + 1);
        if (colon < 0 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > LARGEST_PORT) {
            throw new IllegalArgumentException(
                    "an address to listen at wants host:port such as 127.0.0.1:9090, got \"" + text + "\"");
        }
        return new ListenAddress(host.isEmpty() ? "0.0.0.0" : host, Integer.parseInt(port));
    }

    /** Whether only this machine can come in there. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** This, with a port that is free at this moment when it has none; whoever takes it first has it. */
    public ListenAddress withFreePort() throws IOException {
        if (port != 0) {
            return this;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return new ListenAddress(host, socket.getLocalPort());
        }
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
