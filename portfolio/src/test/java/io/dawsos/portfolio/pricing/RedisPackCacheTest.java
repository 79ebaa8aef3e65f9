package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.RedisServer;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisPackCacheTest extends PackCacheContract {

    private static final RedisServer redis = new RedisServer();

    /** Patient: what a busy machine makes slow is not wrong. */
    private final RedisPackCache cache = new RedisPackCache(redis.address(), Duration.ofSeconds(10));

    @AfterAll
    static void stop() {
        redis.kill();
    }

    @AfterEach
    void close() {
        cache.close();
    }

    @Override
    PackCache cache() {
        return cache;
    }

    @Test
    void find_serverFrozen_unavailableAndThenNotEvenAsked() {
        PackRef ref = ref(DAY, "ee");
        cache.put(ref, pack(ref));
        try (RedisPackCache impatient = new RedisPackCache(redis.address())) {
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> impatient.find(ref).isPresent());
            redis.freeze();
            try {
                // Without a limit each of these would hang: the server takes the command and never answers.
                for (int i = 0; i < 12; i++) {
                    assertThatThrownBy(() -> impatient.find(ref)).isInstanceOf(CacheUnavailableException.class);
                }
                assertThatThrownBy(() -> impatient.find(ref)).hasMessageContaining("left alone");
            } finally {
                redis.thaw();
            }
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> impatient.find(ref).isPresent());
        }
    }

    @Test
    void find_serverKilledAndStarted_unavailableAndThenAgain() {
        PackRef ref = ref(DAY, "ff");
        cache.put(ref, pack(ref));
        redis.kill();
        try {
            assertThatThrownBy(() -> cache.find(ref)).isInstanceOf(CacheUnavailableException.class);
        } finally {
            redis.start();
        }
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> cache.find(ref)
                .isEmpty());
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> {
            cache.put(ref, pack(ref));
            assertThat(cache.find(ref)).contains(pack(ref));
        });
    }

    @Test
    void find_bytesOfAnotherProgram_unavailableRatherThanWrong() {
        PackRef ref = ref(DAY, "gg");
        try (RedisClient other = RedisClient.create(redis.address())) {
            other.connect().sync().set("dawsos:pack:v1:" + ref.id() + ":gg", "hello");
        }

        assertThatThrownBy(() -> cache.find(ref)).isInstanceOf(CacheUnavailableException.class);
    }

    @Test
    void new_badAddress_saysWhatIsWantedWithoutThePassword() {
        assertThatThrownBy(() -> new RedisPackCache("redis//:hunter22@host"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("REDIS_URL: wanted redis://[:password@]host[:port][/database]")
                .hasNoCause();
    }
}
