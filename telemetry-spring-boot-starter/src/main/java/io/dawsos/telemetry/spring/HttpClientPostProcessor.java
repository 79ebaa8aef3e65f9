package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.http.TracedHttpClient;
import java.net.http.HttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Wraps each {@code HttpClient} bean so that its calls are spans and name their trace to whom they call. */
final class HttpClientPostProcessor implements BeanPostProcessor {

    private final ObjectProvider<Telemetry> telemetry;

    HttpClientPostProcessor(ObjectProvider<Telemetry> telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof HttpClient client && !(bean instanceof TracedHttpClient)
                ? traced(client, telemetry.getObject())
                : bean;
    }

    private static HttpClient traced(HttpClient client, Telemetry telemetry) {
        return telemetry.enabled() ? TracedHttpClient.wrap(client, telemetry) : client;
    }
}
