package io.dawsos.observatory.server;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** {@code /-/healthy} and {@code /-/ready}: for who watches the watcher. It listens only when it is ready. */
final class HealthPages implements HttpService {
    @Override
    public void routing(HttpRules rules) {
        rules.get("/-/healthy", (_, response) -> response.send("The observatory is healthy.\n"));
        rules.get("/-/ready", (_, response) -> response.send("The observatory is ready.\n"));
    }
}
