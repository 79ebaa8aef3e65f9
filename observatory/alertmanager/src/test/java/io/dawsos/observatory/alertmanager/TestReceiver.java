package io.dawsos.observatory.alertmanager;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes what a {@link KillableAlertmanager} sends, and follows what somebody who reads it believes. Each message must change
 * that belief, or say that it may be a repeat.
 */
final class TestReceiver implements Closeable {
    /** When messages come, whether to answer. */
    interface Listener {
        /** Before the answer; false for none. */
        boolean received();

        /** After the answer. */
        void answered();
    }

    private final ServerSocket server;
    private final Map<String, Boolean> firing = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private int repeats;
    private int messages;
    private Listener listener = silent();

    TestReceiver() throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    static Listener silent() {
        return new Listener() {
            @Override
            public boolean received() {
                return true;
            }

            @Override
            public void answered() {}
        };
    }

    int port() {
        return server.getLocalPort();
    }

    synchronized void listen(Listener next) {
        listener = next;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (line == null) {
                return;
            }
            take(socket, line);
        } catch (IOException e) {
            // The sender was killed.
        }
    }

    /** One message after the other, so that what is believed is clear. */
    private synchronized void take(Socket socket, String line) throws IOException {
        if (!listener.received()) {
            return;
        }
        messages++;
        believe(line.split("\t", -1));
        socket.getOutputStream().write("ok\n".getBytes(StandardCharsets.UTF_8));
        listener.answered();
    }

    private void believe(String[] parts) {
        boolean changed = false;
        for (String alert : parts[2].strip().split(" ", -1)) {
            String name = alert.substring(1) + parts[0];
            boolean fires = alert.startsWith("+");
            Boolean before = firing.put(name, fires);
            changed |= before == null || before != fires;
            if (alert.contains("Slow")) {
                complaints.add("told of an inhibited alert: " + String.join(" ", parts));
            }
        }
        if (parts[1].equals("true")) {
            repeats++;
        } else if (!changed) {
            complaints.add("told twice: " + String.join(" ", parts));
        }
    }

    synchronized boolean isFiring(long n) {
        return firing.getOrDefault("A" + n + "{}:{g=\"" + n / 4 + "\"}", false);
    }

    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    synchronized int repeats() {
        return repeats;
    }

    synchronized int messages() {
        return messages;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
