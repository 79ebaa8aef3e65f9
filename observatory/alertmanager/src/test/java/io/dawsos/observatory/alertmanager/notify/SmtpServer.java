package io.dawsos.observatory.alertmanager.notify;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that takes every login and every mail, and keeps what it hears. */
final class SmtpServer implements AutoCloseable {
    /** RFC 2195's own. */
    private static final String CHALLENGE = "PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+";

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final String ways;
    private volatile int recipients = 250;

    SmtpServer(String ways) throws IOException {
        this.ways = ways;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> heard() {
        return heard;
    }

    void answerRecipients(int code) {
        recipients = code;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            heard.add("closed: " + e.getMessage());
        }
    }

    private void serve(Socket client) {
        try (client) {
            say(client.getOutputStream(), "220 here");
            converse(client);
        } catch (IOException | GeneralSecurityException e) {
            heard.add("broken: " + e.getMessage());
        }
    }

    private void converse(Socket client) throws IOException, GeneralSecurityException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        boolean inMail = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.equals("STARTTLS")) {
                say(client.getOutputStream(), "220 go on");
                converse(encrypted(client));
                return;
            }
            if (!inMail) {
                say(client.getOutputStream(), answer(line));
                inMail = line.equals("DATA");
            } else if (line.equals(".")) {
                say(client.getOutputStream(), "250 taken");
                inMail = false;
            }
        }
    }

    /** With a certificate that nobody believes. */
    private static Socket encrypted(Socket client) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(new DummySSLServerSocketFactory().getKeyStore(), "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(client, "localhost", client.getPort(), true);
        socket.setUseClientMode(false);
        return socket;
    }

    private String answer(String line) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("EHLO")) {
            return "250-here\r\n250-STARTTLS\r\n250 AUTH " + ways;
        }
        if (command.equals("AUTH LOGIN")) {
            return "334 VXNlcm5hbWU6";
        }
        if (command.equals("AUTH CRAM-MD5")) {
            return "334 " + CHALLENGE;
        }
        if (command.startsWith("RCPT")) {
            return recipients + " recipient";
        }
        if (command.equals("DATA")) {
            return "354 go on";
        }
        return isUserOfLogin(line) ? "334 UGFzc3dvcmQ6" : isLogin(command) ? "235 welcome" : "250 fine";
    }

    /** The line before was AUTH LOGIN. */
    private boolean isUserOfLogin(String line) {
        return heard.size() > 1
                && heard.get(heard.size() - 2).equals("AUTH LOGIN")
                && heard.getLast().equals(line);
    }

    private boolean isLogin(String command) {
        boolean answer = !command.contains(" ") && !command.equals("RSET") && !command.equals("QUIT");
        return command.startsWith("AUTH PLAIN") || answer;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
