package io.dawsos.observatory.server;

import io.dawsos.observatory.server.http.AccessToken;
import io.dawsos.observatory.server.http.ListenAddress;
import io.dawsos.observatory.server.http.Listener;
import io.dawsos.observatory.server.http.OriginFilter;
import io.dawsos.observatory.server.http.TokenFilter;
import io.dawsos.observatory.server.http.WatchedHttp1;
import io.dawsos.observatory.server.otlp.OtlpGrpc;
import io.dawsos.observatory.server.otlp.OtlpHttp;
import io.dawsos.observatory.server.otlp.OtlpSink;
import io.dawsos.observatory.server.otlp.TokenInterceptor;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.grpc.GrpcRouting;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.HttpRouting;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceProto;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ports that are listened at: one for everything by path, and OTLP's own two. All let in the same clients. */
final class Servers {
    private final Closing closing;
    private final @Nullable AccessToken token;
    private final @Nullable Tls tls;
    private final Filter requests;

    /**
     * @param closing stops them
     * @param requests counts
     */
    Servers(Closing closing, @Nullable AccessToken token, @Nullable Tls tls, Filter requests) {
        this.closing = closing;
        this.token = token;
        this.tls = tls;
        this.requests = requests;
    }

    /** Starts a server of HTTP. */
    void http(ListenAddress at, Consumer<HttpRouting.Builder> routes) {
        HttpRouting.Builder routing = HttpRouting.builder().addFilter(requests);
        if (token != null) {
            routing.addFilter(new TokenFilter(token));
        }
        routing.addFilter(new OriginFilter());
        routes.accept(routing);
        start(Listener.configure(WebServer.builder(), at, tls)
                .addConnectionSelector(new WatchedHttp1())
                .routing(routing));
    }

    /** Starts OTLP's own servers, where they are wanted. */
    void otlp(@Nullable ListenAddress http, @Nullable ListenAddress grpc, OtlpSink sink) {
        if (http != null) {
            http(http, routing -> routing.register(new OtlpHttp(sink)));
        }
        if (grpc != null) {
            GrpcRouting.Builder routing =
                    GrpcRouting.builder().service(MetricsServiceProto.getDescriptor(), new OtlpGrpc(sink));
            if (token != null) {
                routing.intercept(new TokenInterceptor(token));
            }
            start(Listener.configure(WebServer.builder(), grpc, tls).addRouting(routing));
        }
    }

    private void start(WebServerConfig.Builder server) {
        WebServer started = server.shutdownHook(false).build().start();
        closing.with(started::stop);
    }
}
