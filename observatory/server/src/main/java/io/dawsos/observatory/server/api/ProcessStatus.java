package io.dawsos.observatory.server.api;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the API tells of this process.
 *
 * @param version of the program
 * @param started when
 * @param flags all settings by the names of their flags, without secrets
 * @param configuration the text of the configuration that is in use, without secrets
 * @param reload the last one
 * @param retention how long samples are kept, such as {@code 15d}
 */
public record ProcessStatus(
        String version,
        Instant started,
        Map<String, String> flags,
        Supplier<String> configuration,
        Supplier<Reload> reload,
        String retention) {

    /** When the configuration was read last, and whether it could be used. */
    public record Reload(Instant at, boolean successful) {}
}
