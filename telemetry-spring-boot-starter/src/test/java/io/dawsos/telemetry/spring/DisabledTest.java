package io.dawsos.telemetry.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.dawsos.telemetry.testing.MemorySpans;
import java.net.http.HttpResponse;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

class DisabledTest {

    @Test
    void observability_off_leavesNothingInTheWayOfRequests() {
        int before = MemorySpans.all().size();
        try (Shop shop = Shop.open(Shop.NO_SECURITY, "ENABLE_OBSERVABILITY=false")) {
            HttpResponse<String> answer = shop.get("/articles/7", Shop.within(Shop.newTraceId()));
            HttpResponse<String> metrics = shop.get("/metrics");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Request-Id")).isEmpty();
            assertThat(metrics.statusCode()).isEqualTo(404);
            assertThat(metrics.body()).contains("ENABLE_OBSERVABILITY");
            assertThat(shop.get("/articles/7/price?hit=true").statusCode()).isEqualTo(200);
            assertThat(shop.getUntil(200, "/health").statusCode()).isEqualTo(200);
            assertThat(shop.getUntil(200, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(shop.context()
                            .getBean("dawsosHttpRequestFilter", FilterRegistrationBean.class)
                            .isEnabled())
                    .isFalse();
            assertThat(shop.context().getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
        }
        assertThat(MemorySpans.all().size()).isEqualTo(before);
    }
}
