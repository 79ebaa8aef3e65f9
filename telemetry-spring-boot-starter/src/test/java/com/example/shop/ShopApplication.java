package com.example.shop;

import io.dawsos.telemetry.spring.Endpoint;
import io.dawsos.telemetry.spring.HttpTelemetry;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** A service that knows nothing of how it is observed, but for one endpoint's short name. */
@SpringBootApplication
@RestController
public class ShopApplication {

    private static final Logger LOG = LoggerFactory.getLogger(ShopApplication.class);

    @GetMapping("/articles/{id}")
    Map<String, String> article(@PathVariable String id) {
        LOG.atInfo().addKeyValue("article", id).log("article shown");
        return Map.of("id", id);
    }

    @PostMapping("/articles")
    void add() {
        throw new ResponseStatusException(HttpStatus.CONFLICT, "there is one already; write to who@example.com");
    }

    @Endpoint(value = "/price", cached = true)
    @GetMapping("/articles/{id}/price")
    String price(@PathVariable String id, @RequestParam boolean hit) {
        HttpTelemetry.cacheHit(hit);
        return id;
    }

    @GetMapping("/broken")
    String broken() {
        throw new IllegalStateException("out of paper");
    }

    @GetMapping("/slow")
    Callable<String> slow() {
        LOG.info("slow asked");
        return () -> {
            LOG.info("slow answered");
            return "at last";
        };
    }

    @GetMapping("/slow/broken")
    Callable<String> slowAndBroken() {
        return () -> {
            throw new IllegalStateException("out of ink");
        };
    }

    @Bean
    RouterFunction<ServerResponse> functional() {
        return RouterFunctions.route()
                .path(
                        "/functional",
                        nested -> nested.GET("/{id}", request -> ServerResponse.ok()
                                .body("functional " + request.pathVariable("id"))))
                .build();
    }
}
