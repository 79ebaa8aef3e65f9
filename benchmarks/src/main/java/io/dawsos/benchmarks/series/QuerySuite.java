package io.dawsos.benchmarks.series;

import java.util.List;

/** The twenty queries, from a point lookup to joins over regular expressions. */
final class QuerySuite {

    /**
     * @param name as the result page calls it
     * @param range whether it is evaluated over the last hour at 15 s, or once at the end
     */
    record Query(String name, String text, boolean range) {}

    private QuerySuite() {}

    static List<Query> all() {
        return List.of(
                instant("one series", "queue_length{instance=\"10.0.0.7:9100\",queue=\"queue-3\"}"),
                instant("one instance", "{instance=\"10.0.0.7:9100\"}"),
                instant("sum by job", "sum by (job) (queue_length)"),
                instant("top ten", "topk(10, sum by (instance) (rate(http_requests_total[5m])))"),
                range("one series", "queue_length{instance=\"10.0.0.7:9100\",queue=\"queue-3\"}"),
                range("rate of one instance", "rate(http_requests_total{instance=\"10.0.0.7:9100\"}[5m])"),
                range("sum of gauges by job", "sum by (job) (queue_length{queue=~\"queue-1.?\"})"),
                range("largest gauge", "max by (job) (queue_length{queue=\"queue-3\"})"),
                range("sum of rates by job", "sum by (job) (rate(http_requests_total[5m]))"),
                range(
                        "error ratio",
                        "sum by (job) (rate(http_requests_total{status=~\"5..\"}[5m])) "
                                + "/ sum by (job) (rate(http_requests_total[5m]))"),
                range(
                        "p95 of all",
                        "histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))"),
                range(
                        "p95 by endpoint of a job",
                        "histogram_quantile(0.95, sum by (le, endpoint) "
                                + "(rate(http_request_duration_seconds_bucket{job=\"job-3\"}[5m])))"),
                range(
                        "mean duration by job",
                        "sum by (job) (rate(http_request_duration_seconds_sum[5m])) "
                                + "/ sum by (job) (rate(http_request_duration_seconds_count[5m]))"),
                range("average over time", "avg_over_time(queue_length{job=\"job-1\",queue=\"queue-9\"}[10m])"),
                range("largest over time", "max_over_time(queue_length{job=\"job-1\",queue=~\"queue-[0-4]\"}[30m])"),
                range("increase over an hour", "sum(increase(http_requests_total{status=\"500\"}[1h]))"),
                range("count of those over", "count by (job) (queue_length{queue=\"queue-7\"} > 20)"),
                range(
                        "join on instance",
                        "sum by (job, instance) (rate(http_requests_total{endpoint=\"/endpoint-1\"}[5m])) "
                                + "* on (job, instance) group_left sum by (job, instance) (queue_length{queue=\"queue-1\"})"),
                range(
                        "regular expressions joined",
                        "rate(http_requests_total{instance=~\"10.0.0.1.+\",status=~\"2..\"}[5m]) "
                                + "/ ignoring (status) group_left sum without (status) "
                                + "(rate(http_requests_total{instance=~\"10.0.0.1.+\"}[5m]))"),
                range("subquery", "max_over_time(sum(rate(http_requests_total{job=\"job-2\"}[5m]))[30m:1m])"));
    }

    private static Query instant(String name, String text) {
        return new Query(name + ", once", text, false);
    }

    private static Query range(String name, String text) {
        return new Query(name, text, true);
    }
}
