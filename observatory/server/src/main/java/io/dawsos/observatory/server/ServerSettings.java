package io.dawsos.observatory.server;

import io.dawsos.observatory.server.alerting.AlertTarget;
import io.dawsos.observatory.server.api.QuerySettings;
import io.dawsos.observatory.server.http.ListenAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an observatory runs. What is in its configuration files can be changed while it does; this cannot.
 *
 * @param data the folder of all that is kept
 * @param configuration {@code prometheus.yml}; without it nothing is scraped and no rule evaluated
 * @param alertmanager {@code alertmanager.yml}; without it alerts are sent only to where the configuration says
 * @param alertTarget where alerts of the rules go when an Alertmanager runs in this process
 * @param web where everything is asked
 * @param otlpGrpc where OTLP comes in by gRPC; null for nowhere
 * @param otlpHttp where OTLP comes in by HTTP, besides the address of all else; null for nowhere
 * @param access who is let in
 * @param externalUrl under which people reach this server; empty for the address that it listens at
 * @param adminApi whether stored samples may be deleted and copied by API
 * @param retention how long samples are kept
 * @param retentionBytes how much is kept at most; 0 for no limit
 * @param flags these settings as they were given, to be shown
 */
public record ServerSettings(
        Path data,
        @Nullable Path configuration,
        @Nullable Path alertmanager,
        AlertTarget alertTarget,
        ListenAddress web,
        @Nullable ListenAddress otlpGrpc,
        @Nullable ListenAddress otlpHttp,
        AccessSettings access,
        String externalUrl,
        boolean adminApi,
        QuerySettings queries,
        Duration retention,
        long retentionBytes,
        Map<String, String> flags) {

    public ServerSettings {
        flags = Map.copyOf(flags);
    }

    /** On any free port of loopback, without OTLP's own ports: for tests and for who embeds an observatory. */
    public static ServerSettings in(Path data, @Nullable Path configuration, @Nullable Path alertmanager) {
        return new ServerSettings(
                data,
                configuration,
                alertmanager,
                AlertTarget.EMBEDDED,
                new ListenAddress("127.0.0.1", 0),
                null,
                null,
                AccessSettings.OPEN,
                "",
                false,
                QuerySettings.DEFAULT,
                Duration.ofDays(15),
                0,
                Map.of());
    }

    /** These, at another address. */
    public ServerSettings withWeb(ListenAddress address, AccessSettings lettingIn) {
        return new ServerSettings(
                data,
                configuration,
                alertmanager,
                alertTarget,
                address,
                otlpGrpc,
                otlpHttp,
                lettingIn,
                externalUrl,
                adminApi,
                queries,
                retention,
                retentionBytes,
                flags);
    }

    /** These, with OTLP's own addresses; null for none. */
    public ServerSettings withOtlp(@Nullable ListenAddress http, @Nullable ListenAddress grpc) {
        return new ServerSettings(
                data,
                configuration,
                alertmanager,
                alertTarget,
                web,
                grpc,
                http,
                access,
                externalUrl,
                adminApi,
                queries,
                retention,
                retentionBytes,
                flags);
    }
}
