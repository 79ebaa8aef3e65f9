package io.dawsos.portfolio.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers whatever a handler throws, and logs once what was the service's own fault. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter problems;

    ProblemAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void answer(Exception failure, HttpServletResponse response) throws IOException {
        if (HangUp.saidBy(failure, response)) {
            log.info("the caller hung up before the answer had ended");
            return;
        }
        Problem problem = Problems.of(failure);
        if (problem.status() >= 500) {
            logFault(problem, failure);
        }
        if (failure instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        problems.write(response, problem);
    }

    private static void logFault(Problem problem, Exception failure) {
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            log.atWarn().addKeyValue("problem", problem.type()).log("request not served");
        } else {
            log.error("request failed", failure);
        }
    }
}
