package io.dawsos.observatory.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.tsdb.head.Head;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplayBufferTest {
    private static final int SERIES = 40;

    private final Head direct = head();
    private final Head buffered = head();

    private static Head head() {
        Head head = new Head();
        for (int i = 0; i < SERIES; i++) {
            head.create(Labels.of("__name__", "m", "i", Integer.toString(i)));
        }
        return head;
    }

    @Test
    void flush_samplesOfAllKindsSomeLateSomeTwice_headIsAsIfPutInOneByOne() {
        ReplayBuffer buffer = new ReplayBuffer(0);
        Random random = new Random(1);
        for (int i = 0; i < 30_000; i++) {
            int ref = random.nextInt(SERIES);
            long time = i / 4L + random.nextInt(50) - 25;
            double value = random.nextInt(1000);
            long start = random.nextInt(20) == 0 ? Math.max(1, time - 10) : 0;
            NativeHistogram histogram = random.nextInt(8) == 0 ? histogram(value) : null;
            buffer.add(ref, time, value, histogram, start);
            try (Head.Loader loader = direct.loader()) {
                loader.put(ref, time, value, histogram, start);
            }
            if (buffer.isFull()) {
                buffer.flush(buffered);
            }
        }
        buffer.flush(buffered);
        for (int ref = 0; ref < SERIES; ref++) {
            assertThat(text(buffered, ref)).isNotEmpty().isEqualTo(text(direct, ref));
        }
        assertThat(buffered.first()).isEqualTo(direct.first());
        assertThat(buffered.last()).isEqualTo(direct.last());
    }

    private static NativeHistogram histogram(double sum) {
        return new NativeHistogram(0, 0, 1, 1, sum, Buckets.NONE, Buckets.NONE, List.of(), CounterReset.UNKNOWN);
    }

    private static String text(Head head, int ref) {
        Samples samples = new Samples();
        head.read(ref, Long.MIN_VALUE, Long.MAX_VALUE, samples);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < samples.size(); i++) {
            NativeHistogram histogram = samples.histogram(i);
            text.append(samples.timestamp(i))
                    .append(' ')
                    .append(samples.startTimestamp(i))
                    .append(' ');
            text.append(histogram == null ? samples.value(i) : histogram.sum() + "h")
                    .append('\n');
        }
        return text.toString();
    }
}
