package io.dawsos.observatory.server.otlp;

import com.google.protobuf.util.JsonFormat;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** OTLP in JSON, which is protobuf's but for ids, that are hexadecimal. */
final class OtlpJson {
    private static final Set<String> IDS = Set.of("traceId", "spanId", "trace_id", "span_id");

    private OtlpJson() {}

    static ExportMetricsServiceRequest metrics(byte[] body) throws IOException {
        JsonNode tree;
        try {
            tree = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new Failure(FailureType.BAD_DATA, "the body is no JSON: " + e.getOriginalMessage());
        }
        ids(tree);
        ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
        JsonFormat.parser().ignoringUnknownFields().merge(tree.toString(), request);
        return request.build();
    }

    /** Bounded in depth by the reader of JSON. */
    private static void ids(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String id : IDS) {
                if (object.path(id).isString()) {
                    object.put(id, base64(object.path(id).stringValue()));
                }
            }
        }
        node.forEach(OtlpJson::ids);
    }

    private static String base64(String hexadecimal) {
        try {
            return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
        } catch (IllegalArgumentException e) {
            throw new Failure(FailureType.BAD_DATA, "an id wants an even number of hexadecimal digits");
        }
    }
}
