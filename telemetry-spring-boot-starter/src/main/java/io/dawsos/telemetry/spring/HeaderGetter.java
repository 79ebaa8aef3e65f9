package io.dawsos.telemetry.spring;

import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the trace's headers from a request. A header given several times is one list, as HTTP has it. */
final class HeaderGetter implements TextMapGetter<HttpServletRequest> {

    @Override
    public @Nullable String get(@Nullable HttpServletRequest request, String name) {
        if (request == null) {
            return null;
        }
        List<String> values = Collections.list(request.getHeaders(name));
        return values.isEmpty() ? null : String.join(",", values);
    }

    @Override
    public Iterator<String> getAll(@Nullable HttpServletRequest request, String name) {
        return request == null
                ? Collections.emptyIterator()
                : request.getHeaders(name).asIterator();
    }
}
