package io.dawsos.observatory.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SystemAlarmTest {
    private final Alarm alarm = Alarm.system();

    @Test
    void await_timeThatHasCome_returnsAtOnce() throws InterruptedException {
        assertThat(alarm.await(alarm.instant(), () -> false)).isTrue();
        assertThat(alarm.await(alarm.instant().plusMillis(5), () -> false)).isTrue();
    }

    @Test
    void await_notWantedAnyMore_endsWhenWoken() throws InterruptedException {
        AtomicBoolean unwanted = new AtomicBoolean();
        AtomicReference<Boolean> came = new AtomicReference<>();
        CountDownLatch asked = new CountDownLatch(1);
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                came.set(alarm.await(alarm.instant().plus(Duration.ofDays(1)), () -> {
                    asked.countDown();
                    return unwanted.get();
                }));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        asked.await();
        unwanted.set(true);
        alarm.wake();
        assertThat(waiting.join(Duration.ofSeconds(20))).isTrue();
        assertThat(came).hasValue(false);
    }
}
