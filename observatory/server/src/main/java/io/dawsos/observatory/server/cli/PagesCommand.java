package io.dawsos.observatory.server.cli;

import io.dawsos.observatory.server.http.ListenAddress;
import io.dawsos.observatory.server.pages.PageCatcher;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code observatory pages}: takes pages in place of PagerDuty and Slack and prints them. */
@Command(
        name = "pages",
        description = "Takes what is sent to PagerDuty (/v2/enqueue) and Slack (/slack), prints it, and lists it at /.",
        mixinStandardHelpOptions = true)
public final class PagesCommand implements Callable<Integer> {
    @Option(
            names = "--listen-address",
            defaultValue = "127.0.0.1:8082",
            description = "Where to take them; default: ${DEFAULT-VALUE}.")
    private String address = "";

    @Override
    public Integer call() throws Exception {
        ListenAddress at = ListenAddress.parse(address);
        InetSocketAddress here = new InetSocketAddress(at.host(), at.port());
        try (PageCatcher _ = PageCatcher.start(here, PagesCommand::print, InstantSource.system())) {
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
