package io.dawsos.portfolio;

import io.dawsos.portfolio.database.DatabaseAddress;
import io.dawsos.portfolio.database.EmbeddedDatabase;
import io.dawsos.portfolio.security.Role;
import io.dawsos.portfolio.security.SigningKey;
import io.dawsos.portfolio.security.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service, started for tests. {@link #shared()} is started once a JVM, on an embedded PostgreSQL with the demo. */
public final class Service implements AutoCloseable {

    private static @Nullable Service shared;

    private final ConfigurableApplicationContext context;
    private final Settings settings;

    private Service(Settings settings, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(Map.of("DAWSOS_STRICT_LABELS", "true"));
        properties.putAll(more);
        this.settings = settings;
        this.context = PortfolioApplication.start(settings, properties);
    }

    public static synchronized Service shared() {
        Service running = shared;
        if (running == null) {
            Service started = new Service(settings(Folders.temporary(), null, null), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = started;
            running = started;
        }
        return running;
    }

    /** A service with a data folder and an empty database of its own on the first one's PostgreSQL. */
    public static Service apart(Service first, String database, Map<String, Object> more) {
        first.sql().sql("CREATE DATABASE " + database).update();
        DatabaseAddress server = first.database().address();
        String url = server.url().replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
        DatabaseAddress address = new DatabaseAddress(url, server.user(), server.password());
        return new Service(settings(Folders.temporary(), address, null), more);
    }

    /** Another service on the same database and signing key. */
    public static Service beside(Service first, @Nullable String redis, Map<String, Object> more) {
        DatabaseAddress address = first.database().address();
        return new Service(settings(first.settings.data(), address, redis), more);
    }

    /** Another service on the same database that takes an outside issuer's tokens. */
    public static Service trusting(Service first, String issuer) {
        DatabaseAddress address = first.database().address();
        return new Service(settings(first.settings.data(), address, null, issuer), Map.of());
    }

    private static Settings settings(Path data, @Nullable DatabaseAddress database, @Nullable String redis) {
        return settings(data, database, redis, null);
    }

    private static Settings settings(
            Path data, @Nullable DatabaseAddress database, @Nullable String redis, @Nullable String issuer) {
        return new Settings(
                data, "127.0.0.1", 0, database, redis, issuer, ZoneOffset.UTC, Duration.ZERO, true, "test", 64);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    public EmbeddedDatabase database() {
        return context.getBean(EmbeddedDatabase.class);
    }

    Settings settings() {
        return settings;
    }

    public JdbcClient sql() {
        return context.getBean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public TokenIssuer tokens() {
        try {
            return new TokenIssuer(SigningKey.readOrCreate(settings.data()), Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that was good for an hour, an hour ago. */
    public String expiredToken(String user) {
        Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofHours(-2));
        return new TokenIssuer(tokens().key(), earlier).issue(user, Role.USER, Duration.ofHours(1));
    }

    /** A client that calls as this user. */
    public Client as(String user, Role role) {
        return new Client(this::uri, tokens().issue(user, role, Duration.ofHours(1)));
    }

    /** A client without a token. */
    public Client asNobody() {
        return new Client(this::uri, null);
    }

    @Override
    public void close() {
        var _ = SpringApplication.exit(context);
    }
}
