package io.dawsos.telemetry.spring;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The library's settings as Spring's environment has them: environment variables, and properties of the same names in
 * any of Spring's spellings. {@code DAWSOS_LOG_FORMAT}, {@code dawsos.log.format} and {@code dawsos.log-format} are one;
 * Spring's order of sources decides between them.
 */
final class EnvironmentVariables {

    private EnvironmentVariables() {}

    static Map<String, String> of(ConfigurableEnvironment environment) {
        Map<String, String> variables = new TreeMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> named) {
                for (String property : named.getPropertyNames()) {
                    add(variables, environment, named, property);
                }
            }
        }
        return variables;
    }

    private static void add(
            Map<String, String> variables,
            ConfigurableEnvironment environment,
            PropertySource<?> source,
            String property) {
        String variable = property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        if (known(variable)) {
            Object value = source.getProperty(property);
            if (value != null) {
                variables.putIfAbsent(variable, environment.resolvePlaceholders(value.toString()));
            }
        }
    }

    private static boolean known(String variable) {
        return variable.startsWith("OTEL_")
                || variable.startsWith("DAWSOS_")
                || variable.equals("ENVIRONMENT")
                || variable.equals("ENABLE_OBSERVABILITY");
    }
}
