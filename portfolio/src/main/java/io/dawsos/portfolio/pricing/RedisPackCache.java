package io.dawsos.portfolio.pricing;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Packs in a Redis (or Valkey) that several services share. A command waits 150 ms at most; when half of the last ten
 * failed, none is sent for five seconds.
 */
public final class RedisPackCache implements PackCache, AutoCloseable {

    private static final Duration LIMIT = Duration.ofMillis(150);
    private static final Duration KEPT = Duration.ofDays(1);

    private final RedisClient client;
    private final CircuitBreaker circuit = CircuitBreaker.of(
            "redis",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(4)
                    .failureRateThreshold(50)
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .waitDurationInOpenState(Duration.ofSeconds(5))
                    .build());
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;

    /** @param address {@code redis://[:password@]host[:port][/database]}; nothing is connected yet */
    public RedisPackCache(String address) {
        this(address, LIMIT);
    }

    /** @param limit of a command, and of connecting */
    RedisPackCache(String address, Duration limit) {
        client = RedisClient.create(uri(address, limit));
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(1000)
                .socketOptions(SocketOptions.builder().connectTimeout(limit).build())
                .timeoutOptions(TimeoutOptions.enabled(limit))
                .build());
    }

    private static RedisURI uri(String address, Duration limit) {
        try {
            RedisURI uri = RedisURI.create(address);
            uri.setTimeout(limit);
            return uri;
        } catch (IllegalArgumentException e) {
            // Its message, and its cause's, would quote the address and the password in it.
            throw new IllegalArgumentException("REDIS_URL: wanted redis://[:password@]host[:port][/database]");
        }
    }

    @Override
    public Optional<PricingPack> find(PackRef ref) {
        return guarded("GET", () -> {
            byte[] found = connected().sync().get(key(ref));
            return found == null ? Optional.empty() : Optional.of(PackCodec.decode(found));
        });
    }

    @Override
    public void put(PackRef ref, PricingPack pack) {
        guarded("SET", () -> connected().sync().set(key(ref), PackCodec.encode(pack), SetArgs.Builder.ex(KEPT)));
    }

    /** Throws when Redis does not answer; asks it whatever the circuit's state. */
    public void ping() throws IOException {
        connected().sync().ping();
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }

    private <T> T guarded(String command, Callable<T> call) {
        try {
            return circuit.executeCallable(call);
        } catch (CallNotPermittedException e) {
            throw new CacheUnavailableException("redis is left alone for a while after failures", e);
        } catch (Exception e) {
            throw new CacheUnavailableException("redis %s failed".formatted(command), e);
        }
    }

    private StatefulRedisConnection<byte[], byte[]> connected() throws IOException {
        StatefulRedisConnection<byte[], byte[]> open = connection;
        return open != null ? open : connect();
    }

    /** Once connected, the client itself reconnects. */
    private StatefulRedisConnection<byte[], byte[]> connect() throws IOException {
        if (!connecting.tryLock()) {
            throw new IOException("another request is connecting to redis");
        }
        try {
            StatefulRedisConnection<byte[], byte[]> open = connection;
            if (open == null) {
                open = client.connect(ByteArrayCodec.INSTANCE);
                connection = open;
            }
            return open;
        } catch (RedisException e) {
            throw new IOException("cannot connect to redis", e);
        } finally {
            connecting.unlock();
        }
    }

    private static byte[] key(PackRef ref) {
        return "dawsos:pack:v%d:%s:%s"
                .formatted(PackCodec.VERSION, ref.id(), ref.hash())
                .getBytes(StandardCharsets.UTF_8);
    }
}
