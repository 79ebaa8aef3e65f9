package io.dawsos.observatory.server.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.Status;
import io.dawsos.observatory.server.http.Body;
import io.dawsos.observatory.server.http.Failure;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** OTLP over HTTP: {@code /v1/metrics}; answers come in the encoding of the request. */
public final class OtlpHttp implements HttpService {
    private static final Logger LOG = LoggerFactory.getLogger(OtlpHttp.class);
    private static final int LARGEST = 64 << 20;
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";
    private static final int INVALID_ARGUMENT = 3;
    private static final int UNIMPLEMENTED = 12;
    private static final int UNAVAILABLE = 14;

    private final OtlpSink sink;

    public OtlpHttp(OtlpSink sink) {
        this.sink = sink;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/metrics", this::metrics);
        rules.post("/v1/{signal}", this::other);
    }

    private void metrics(ServerRequest request, ServerResponse response) throws IOException {
        boolean json = isJson(request);
        try {
            byte[] body = Body.unpacked(request, LARGEST);
            ExportMetricsServiceRequest message =
                    json ? OtlpJson.metrics(body) : ExportMetricsServiceRequest.parseFrom(body);
            send(response, json, 200, sink.write(message).response());
        } catch (Failure e) {
            fail(response, json, e.type().status(), INVALID_ARGUMENT, String.valueOf(e.getMessage()));
        } catch (InvalidProtocolBufferException e) {
            fail(
                    response,
                    json,
                    400,
                    INVALID_ARGUMENT,
                    "the body is no ExportMetricsServiceRequest: " + e.getMessage());
        } catch (IOException e) {
            LOG.warn("metrics of OTLP were not stored", e);
            fail(response, json, 503, UNAVAILABLE, "the metrics could not be stored; send them again");
        }
    }

    private static boolean isJson(ServerRequest request) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        String plain = type.indexOf(';') < 0 ? type : type.substring(0, type.indexOf(';'));
        return plain.strip().equalsIgnoreCase(JSON);
    }

    private void other(ServerRequest request, ServerResponse response) throws IOException {
        String signal = request.path().pathParameters().get("signal");
        String shown = signal.matches("[a-z]{1,20}") ? signal : "this signal";
        fail(response, isJson(request), 501, UNIMPLEMENTED, "of OTLP's signals metrics are taken here, not " + shown);
    }

    private static void fail(ServerResponse response, boolean json, int status, int code, String why)
            throws IOException {
        send(
                response,
                json,
                status,
                Status.newBuilder().setCode(code).setMessage(why).build());
    }

    private static void send(ServerResponse response, boolean json, int status, Message message) throws IOException {
        response.status(io.helidon.http.Status.create(status));
        response.header(HeaderNames.CONTENT_TYPE, json ? JSON : PROTOBUF);
        response.send(
                json ? JsonFormat.printer().print(message).getBytes(StandardCharsets.UTF_8) : message.toByteArray());
    }
}
