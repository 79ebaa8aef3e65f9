package io.dawsos.portfolio.api;

import io.dawsos.telemetry.RequestCtx;
import io.dawsos.telemetry.Telemetry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as answers, with the ids of the request and with secrets taken out. */
public final class ProblemWriter {

    private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);
    private static final String RETRY_SECONDS = "2";

    private final JsonMapper json;
    private final Telemetry telemetry;

    public ProblemWriter(JsonMapper json, Telemetry telemetry) {
        this.json = json;
        this.telemetry = telemetry;
    }

    public void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return; // the client has half of another answer already: the connection ends with that
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        log.atInfo()
                .addKeyValue("status", problem.status())
                .addKeyValue("problem", problem.type())
                .log("request refused");
        byte[] body = json.writeValueAsBytes(complete(problem));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Problem complete(Problem problem) {
        RequestCtx request = RequestCtx.current();
        return problem.within(telemetry.redactor().redact(problem.detail()), request.traceId(), request.requestId());
    }
}
