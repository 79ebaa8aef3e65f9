package io.dawsos.observatory.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com        | http://example.com       | true",
                "example.com        | http://a.example.com     | true",
                "example.com        | http://badexample.com    | false",
                ".example.com       | http://example.com       | false",
                "*.example.com      | http://a.example.com     | true",
                "example.com:81     | http://example.com:81    | true",
                "example.com:81     | http://example.com       | false",
                "10.0.0.0/8         | http://10.1.2.3:9090     | true",
                "10.0.0.0/8         | http://11.1.2.3          | false",
                "10.0.0.0/8         | http://ten.example       | false",
                "fd00::/8           | http://[fd00::1]         | true",
                "fd00::/8           | http://[fe00::1]         | false",
                "10.0.0.0/99        | http://10.1.2.3          | false",
                "a, *               | http://b                 | true",
                "''                 | http://b                 | false",
            })
    void covers_hosts(String entries, String uri, boolean covered) {
        assertThat(NoProxy.parse(entries).covers(URI.create(uri))).isEqualTo(covered);
    }
}
