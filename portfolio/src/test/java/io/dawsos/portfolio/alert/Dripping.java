package io.dawsos.portfolio.alert;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A receiver that answers for ever, a byte at a time: no read of its peer ever takes long. */
final class Dripping implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    private final ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    Dripping() throws IOException {
        Thread.ofVirtual().start(this::accept);
        var _ = drops.scheduleAtFixedRate(this::drop, 50, 50, TimeUnit.MILLISECONDS);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                client.getOutputStream().write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
                clients.add(client);
            }
        } catch (IOException e) {
            drops.shutdownNow(); // closed: the test is over
        }
    }

    private void drop() {
        clients.removeIf(client -> !takes(client));
    }

    /** Whether its peer has not had enough. */
    private static boolean takes(Socket client) {
        try {
            OutputStream out = client.getOutputStream();
            out.write('x');
            out.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
