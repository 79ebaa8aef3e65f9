package io.dawsos.observatory.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PageCatcherTest {
    @Test
    void page_posted_isSaidAndListed() throws IOException, InterruptedException {
        List<String> said = new CopyOnWriteArrayList<>();
        try (PageCatcher catcher = PageCatcher.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), said::add, InstantSource.system());
                HttpClient http = HttpClient.newHttpClient()) {
            String page =
                    "{\"event_action\":\"trigger\",\"payload\":{\"severity\":\"critical\",\"summary\":\"slow\\u001b[2J\"}}";
            assertThat(post(http, catcher, "/v2/enqueue", page)).isEqualTo(202);
            assertThat(post(http, catcher, "/slack", "{\"attachments\":[{\"title\":\"FIRING\"}]}"))
                    .isEqualTo(200);
            assertThat(post(http, catcher, "/v2/enqueue", "no json")).isEqualTo(400);
            assertThat(said).containsExactly("PAGE critical: slow [2J", "SLACK FIRING ");
            assertThat(catcher.caught()).hasSize(2);
        }
    }

    private static int post(HttpClient http, PageCatcher catcher, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + catcher.port() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
