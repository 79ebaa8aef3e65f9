package io.dawsos.observatory.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Labels;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SeriesCacheTest {
    private static CachedSeries see(SeriesCache cache, int number) {
        byte[] text = ("xx" + "s{n=\"" + number + "\"}" + "yy").getBytes(StandardCharsets.UTF_8);
        CachedSeries known = cache.find(text, 2, text.length - 4);
        CachedSeries series =
                known == null ? cache.add(text, 2, text.length - 4, Labels.of("n", Integer.toString(number))) : known;
        assertThat(series.labels).isEqualTo(Labels.of("n", Integer.toString(number)));
        series.seen = cache.scrape();
        series.trackable = true;
        return series;
    }

    private static Set<Labels> labels(Iterable<Integer> numbers) {
        Set<Labels> labels = new HashSet<>();
        numbers.forEach(number -> labels.add(Labels.of("n", Integer.toString(number))));
        return labels;
    }

    @Property(tries = 200)
    void scrapes_ofAnySeries_vanishedAreThoseOfTheLastThatAreNotInThis(
            @ForAll @Size(max = 8) List<@Size(max = 200) List<@IntRange(max = 300) Integer>> scrapes) {
        SeriesCache cache = new SeriesCache();
        Set<Labels> last = Set.of();
        for (List<Integer> scrape : scrapes) {
            cache.begin();
            scrape.forEach(number -> see(cache, number));
            Set<Labels> now = labels(scrape);
            Set<Labels> gone = new HashSet<>(last);
            gone.removeAll(now);

            assertThat(cache.vanished()).isEqualTo(gone);
            cache.finish();
            assertThat(cache.allTracked()).isEqualTo(now);
            assertThat(cache.size()).isEqualTo(now.size());
            last = now;
        }
    }

    @Property(tries = 200)
    void failure_forgetsWhatOnlyItSaid(@ForAll @Size(max = 50) List<@IntRange(max = 60) Integer> scrape) {
        SeriesCache cache = new SeriesCache();
        cache.begin();
        see(cache, 1);
        cache.finish();
        cache.begin();
        scrape.forEach(number -> see(cache, number));
        cache.endAll();

        assertThat(cache.size()).isEqualTo(1);
        assertThat(cache.allTracked()).isEmpty();
    }
}
