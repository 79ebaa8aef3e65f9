package io.dawsos.portfolio.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API's description. Written by hand, and held to the handlers and records by a test. */
@RestController
final class OpenApiController {

    @GetMapping(path = "/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource describe() {
        return new ClassPathResource("openapi.json");
    }
}
