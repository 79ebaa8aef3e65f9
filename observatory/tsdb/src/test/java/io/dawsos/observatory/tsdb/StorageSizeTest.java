package io.dawsos.observatory.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.tsdb.block.BlockFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much room samples take that look like those of real services: 20 targets of 100 series each, every 15 s, with
 * jitter.
 */
class StorageSizeTest {
    private static final int TARGETS = 20;
    private static final int SERIES = 100;
    private static final int SCRAPES = 480;

    @TempDir
    private Path folder;

    @Test
    void block_ofTwoHoursOfRealisticSeries_lessThan1Point3BytesASample() throws IOException {
        StoreSettings settings = Stores.SETTINGS.withBlockRange(Duration.ofHours(2));
        try (TimeSeriesStore store = Stores.open(folder, settings)) {
            scrape(store);
            Labels end = Labels.of("__name__", "end");
            Stores.append(store, end, 4L * 7_200_000, 1);
            store.maintain();
            assertThat(store.status().blocks()).isOne();
            long bytes = BlockFolder.size(folder.resolve("blocks"));
            assertThat(bytes / (double) (TARGETS * SERIES * SCRAPES)).isLessThan(1.3);
        }
    }

    private static void scrape(TimeSeriesStore store) throws IOException {
        Random random = new Random(1);
        double[] values = new double[TARGETS * SERIES];
        Appender appender = store.appender();
        for (int scrape = 0; scrape < SCRAPES; scrape++) {
            for (int target = 0; target < TARGETS; target++) {
                long time = scrape * 15_000L + target * 700L + random.nextInt(20);
                for (int i = 0; i < SERIES; i++) {
                    int series = target * SERIES + i;
                    values[series] = next(i, values[series], random);
                    appender.append(labels(target, i), time, values[series]);
                }
            }
            if (scrape % 40 == 39) {
                assertThat(appender.commit().refusedInAll()).isZero();
            }
        }
    }

    /** Of a hundred: 40 buckets of which half are idle, 20 counters, 15 whole gauges, 10 decimals, 3 sums, 12 that stand. */
    private static double next(int series, double before, Random random) {
        if (series < 20) {
            return before + random.nextInt(8);
        }
        if (series < 40 || series >= 88) {
            return before;
        }
        if (series < 60) {
            return before + random.nextInt(150);
        }
        if (series < 75) {
            return Math.max(0, before + random.nextInt(11) - 5);
        }
        return series < 85 ? random.nextInt(100) / 100.0 : before + random.nextDouble();
    }

    private static Labels labels(int target, int series) {
        return Labels.of(
                "__name__",
                "metric_of_the_service_" + series / 5,
                "job",
                "service",
                "instance",
                "10.0.0." + target + ":8080",
                "le",
                String.valueOf(series % 5),
                "method",
                series % 2 == 0 ? "GET" : "POST");
    }
}
