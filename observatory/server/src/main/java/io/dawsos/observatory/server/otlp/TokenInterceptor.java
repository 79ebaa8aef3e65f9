package io.dawsos.observatory.server.otlp;

import io.dawsos.observatory.server.http.AccessToken;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Lets in calls of gRPC that show the token. */
public final class TokenInterceptor implements ServerInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final AccessToken token;

    public TokenInterceptor(AccessToken token) {
        this.token = token;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String shown = headers.get(AUTHORIZATION);
        if (shown != null && token.isShownBy(shown)) {
            return next.startCall(call, headers);
        }
        call.close(
                Status.UNAUTHENTICATED.withDescription("wanted the header authorization: Bearer TOKEN"),
                new Metadata());
        return new ServerCall.Listener<>() {};
    }
}
