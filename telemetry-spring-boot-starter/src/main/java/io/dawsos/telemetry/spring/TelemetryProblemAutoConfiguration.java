package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.redact.Redactor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;

/** The trace id in every error answer that Spring makes: problem documents and Spring Boot's error page. */
@AutoConfiguration(
        after = TelemetryAutoConfiguration.class,
        beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnClass({DispatcherServlet.class, ErrorAttributes.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class TelemetryProblemAutoConfiguration {

    @Bean
    ProblemTraceAdvice dawsosProblemTraceAdvice(Redactor redactor) {
        return new ProblemTraceAdvice(redactor);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorAttributes.class)
    TracedErrorAttributes errorAttributes(Redactor redactor) {
        return new TracedErrorAttributes(redactor);
    }
}
