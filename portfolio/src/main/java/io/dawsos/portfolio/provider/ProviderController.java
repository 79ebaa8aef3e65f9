package io.dawsos.portfolio.provider;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.telemetry.spring.Endpoint;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the providers are, for who looks after the service. */
@RestController
final class ProviderController {

    private final Providers providers;

    ProviderController(Providers providers) {
        this.providers = providers;
    }

    @Endpoint("/providers")
    @GetMapping("/v1/providers")
    List<ProviderStatus> list(@AuthenticationPrincipal Caller caller) {
        if (!caller.seesAll()) {
            throw Refused.forbidden("the providers' state is for the roles ADMIN and MANAGER");
        }
        return providers.status();
    }
}
