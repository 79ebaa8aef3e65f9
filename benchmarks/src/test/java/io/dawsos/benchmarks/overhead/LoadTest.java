package io.dawsos.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void parse_everythingWentWell_isRatesAndPercentilesInMilliseconds() {
        Load load = Load.parse("""
                Running 2s test @ http://127.0.0.1:18080
                  1 threads and 8 connections
                  Thread Stats   Avg      Stdev     Max   +/- Stdev
                    Latency     1.20ms    2.00ms  30.00ms   95.00%
                    Req/Sec     9.13k     1.01k   10.20k    75.00%
                  Latency Distribution
                     50%  812.00us
                     75%    1.10ms
                     90%    2.00ms
                     99%    1.05s
                  18163 requests in 2.00s, 70.12MB read
                Requests/sec:   9075.91
                Transfer/sec:     35.04MB
                """);
        assertThat(load).isEqualTo(new Load(9075.91, 0.812, 1050, 18163, 0));
    }

    @Test
    void parse_failures_areCounted() {
        Load load = Load.parse("""
                     50%    1.00ms
                     99%    2.00ms
                  100 requests in 2.00s, 1MB read
                  Socket errors: connect 1, read 2, write 3, timeout 4
                  Non-2xx or 3xx responses: 7
                Requests/sec:   50.00
                """);
        assertThat(load.failed()).isEqualTo(17);
    }

    @Test
    void parse_anotherText_saysWhatWasWanted() {
        assertThatThrownBy(() -> Load.parse("unable to connect"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Requests/sec")
                .hasMessageContaining("unable to connect");
    }
}
