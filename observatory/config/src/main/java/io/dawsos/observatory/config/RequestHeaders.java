package io.dawsos.observatory.config;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code http_headers}: further headers, their values inline, secret or in files. */
record RequestHeaders(Map<String, List<SecretSource>> headers) {
    static final RequestHeaders NONE = new RequestHeaders(Map.of());

    /** What the client or another key sets. */
    private static final Set<String> RESERVED = Set.of(
            "authorization",
            "host",
            "content-encoding",
            "content-length",
            "content-type",
            "user-agent",
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "www-authenticate",
            "accept-encoding",
            "expect",
            "x-prometheus-remote-write-version",
            "x-prometheus-remote-read-version",
            "x-prometheus-scrape-timeout-seconds",
            "upgrade",
            "transfer-encoding");

    static RequestHeaders read(ConfigMap map) {
        ConfigMap written = map.mapOrNull("http_headers");
        if (written == null) {
            return NONE;
        }
        Map<String, List<SecretSource>> headers = new LinkedHashMap<>();
        for (String name : written.keys()) {
            headers.put(checked(written, name), values(written.need(name).map()));
        }
        return new RequestHeaders(headers);
    }

    private static String checked(ConfigMap map, String name) {
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw map.need(name).problem("this header is not to be set here");
        }
        boolean token = !name.isEmpty()
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0);
        if (!token) {
            throw map.need(name).problem("wanted the name of a header");
        }
        return name;
    }

    private static List<SecretSource> values(ConfigMap map) {
        List<SecretSource> values = new ArrayList<>();
        map.list("values").forEach(value -> values.add(new SecretSource.Inline(value.secret())));
        map.list("secrets").forEach(value -> values.add(new SecretSource.Inline(value.secret())));
        map.list("files").forEach(file -> values.add(new SecretSource.InFile(file.filePath())));
        map.end();
        return List.copyOf(values);
    }

    Set<String> names() {
        return headers.keySet();
    }

    void put(HttpRequest.Builder request) throws IOException {
        for (Map.Entry<String, List<SecretSource>> header : headers.entrySet()) {
            for (SecretSource value : header.getValue()) {
                request.header(header.getKey(), value.read().value());
            }
        }
    }
}
