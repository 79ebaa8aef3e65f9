package io.dawsos.portfolio.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * A problem document (RFC 9457).
 *
 * @param type {@code urn:dawsos:problem:} and a short name, for programs
 * @param errors what is wrong with which member of the request's body, where several may be wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<FieldError> errors,
        @Nullable String traceId,
        @Nullable String requestId) {

    /** @param pointer a JSON pointer (RFC 6901) into the body */
    public record FieldError(String pointer, String detail) {}

    /** @param name short and of low cardinality */
    public static Problem of(HttpStatusCode status, String name, String detail) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String title = known == null ? "Error" : known.getReasonPhrase();
        return new Problem("urn:dawsos:problem:" + name, title, status.value(), detail, null, null, null);
    }

    Problem withErrors(List<FieldError> found) {
        return new Problem(type, title, status, detail, found, traceId, requestId);
    }

    Problem within(String safeDetail, @Nullable String trace, @Nullable String request) {
        return new Problem(type, title, status, safeDetail, errors, trace, request);
    }
}
