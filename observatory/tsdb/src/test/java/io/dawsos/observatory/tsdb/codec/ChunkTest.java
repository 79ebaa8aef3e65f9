package io.dawsos.observatory.tsdb.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.model.StaleMarker;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChunkTest {
    private final ByteSink scratch = new ByteSink();

    private static void same(SampleRun read, SampleRun written) {
        assertThat(read.size()).isEqualTo(written.size());
        for (int i = 0; i < written.size(); i++) {
            assertThat(read.time(i)).isEqualTo(written.time(i));
            assertThat(Double.doubleToRawLongBits(read.value(i)))
                    .isEqualTo(Double.doubleToRawLongBits(written.value(i)));
            assertThat(read.histogram(i)).isEqualTo(written.histogram(i));
            assertThat(read.start(i)).isEqualTo(written.start(i));
        }
    }

    @Property(tries = 3000)
    void chunk_anyRun_comesBackBitForBit(@ForAll long seed) {
        SampleRun written = SampleRuns.random(seed);
        byte[] times = Chunk.encodeTimes(written, scratch);
        byte[] body = Chunk.encodeBody(written, scratch);
        same(Chunk.decode(times, body), written);
        assertThat(Chunk.count(times)).isEqualTo(written.size());
        assertThat(Chunk.first(times)).isEqualTo(written.time(0));
        assertThat(Chunk.last(times)).isEqualTo(written.time(written.size() - 1));
        assertThat(Chunk.isHistograms(body)).isEqualTo(written.isHistograms());
    }

    @Property(tries = 2000)
    void longColumn_anyLongs_comeBack(@ForAll @Size(max = 200) long[] column) {
        ByteSink out = new ByteSink();
        LongColumn.encode(column, column.length, out);
        long[] read = new long[column.length];
        ByteSource in = new ByteSource(out.toBytes());
        LongColumn.decode(in, column.length, read);
        assertThat(read).isEqualTo(column);
        assertThat(in.isDone()).isTrue();
    }

    @Property(tries = 2000)
    void doubleColumn_anyDoubles_comeBackBitForBit(@ForAll @Size(max = 200) double[] column) {
        ByteSink out = new ByteSink();
        DoubleColumn.encode(column, column.length, out);
        double[] read = new double[column.length];
        ByteSource in = new ByteSource(out.toBytes());
        DoubleColumn.decode(in, column.length, read, new long[column.length]);
        assertThat(bits(read)).isEqualTo(bits(column));
        assertThat(in.isDone()).isTrue();
    }

    private static long[] bits(double[] column) {
        return Arrays.stream(column).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Property(tries = 3000)
    void decode_bytesDamaged_refusedOrReadAndNothingElse(@ForAll long seed) {
        SampleRun written = SampleRuns.random(seed);
        byte[] times = Chunk.encodeTimes(written, scratch);
        byte[] body = Chunk.encodeBody(written, scratch);
        Random random = new Random(seed);
        byte[] damaged = random.nextBoolean() ? times : body;
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        if (random.nextInt(4) == 0) {
            body = Arrays.copyOf(body, random.nextInt(body.length));
        }
        try {
            assertThat(Chunk.decode(times, body).size()).isPositive();
        } catch (CorruptDataException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    @Test
    void encode_regularCounterOfWholeNumbers_twoBitsASampleAndLess() {
        SampleRun run = new SampleRun(240);
        for (int i = 0; i < 240; i++) {
            run.append(i * 15_000L, 1000 + i * 7.0 + i % 2, null, 0);
        }
        assertThat(Chunk.encodeTimes(run, scratch).length).isLessThan(24);
        assertThat(Chunk.encodeBody(run, scratch).length).isLessThan(60);
    }

    @Test
    void encode_constant_aFewBytes() {
        SampleRun run = new SampleRun(240);
        for (int i = 0; i < 240; i++) {
            run.append(i, 0.3, null, 0);
        }
        assertThat(Chunk.encodeBody(run, scratch).length).isLessThan(10);
    }

    @Test
    void encode_decimalsThatEndInAStaleMarker_stayDecimals() {
        SampleRun run = new SampleRun(240);
        for (int i = 0; i < 239; i++) {
            run.append(i, (i * 31 % 100) / 100.0, null, 0);
        }
        run.append(239, StaleMarker.value(), null, 0);
        assertThat(Chunk.encodeBody(run, scratch).length).isLessThan(240);
    }

    @Test
    void source_endsTooEarly_saysWhatWasWanted() {
        assertThatThrownBy(() -> new ByteSource(new byte[3]).u64())
                .isInstanceOf(CorruptDataException.class)
                .hasMessage("wanted 8 bytes at 0, there are 3");
    }
}
