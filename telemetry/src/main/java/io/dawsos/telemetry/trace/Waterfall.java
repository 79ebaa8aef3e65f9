package io.dawsos.telemetry.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws a trace as text, at most 100 columns wide: its spans as a tree, each with a bar where it lies in time, how long
 * it took, and the attribute that says most about it.
 *
 * <pre>
 * 4bf92f3577b34da6a3ce929d0e0e4736  GET /v1/portfolios/{id}/valuation  200  8.31 ms
 *   http.request    ████████████████████████████   8.31 ms  /valuation
 *     db.query      ▐██▌                           0.84 ms  SELECT portfolios
 *     calculation                        ▐████▌    1.52 ms  position_count=35
 * </pre>
 */
record Waterfall(boolean colour) {

    private static final int WIDTH = 100;
    private static final int BAR = 32;
    private static final int MOST_LINES = 40;
    private static final int WIDEST_NAME = 30;
    private static final String BLOCKS = " ▏▎▍▌▋▊▉█";

    private static final List<String> TELLING = List.of(
            "db.query.summary",
            "url.full",
            "http.route",
            "pricing_pack_id",
            "portfolio_id",
            "position_count",
            "cache_hit");

    private static final String RED = "\u001b[31m";
    private static final String CYAN = "\u001b[36m";
    private static final String DIM = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private record Row(SpanData span, int depth) {}

    /** @param spans of one trace, in any order, at least one; lines end with a newline */
    String draw(List<SpanData> spans) {
        List<Row> rows = rows(spans);
        SpanData root = rows.getFirst().span;
        long start =
                spans.stream().mapToLong(SpanData::getStartEpochNanos).min().orElseThrow();
        long end = spans.stream().mapToLong(SpanData::getEndEpochNanos).max().orElseThrow();
        List<Row> shown = rows.subList(0, Math.min(MOST_LINES, rows.size()));
        int names = shown.stream().mapToInt(Waterfall::nameWidth).max().orElse(0);
        StringBuilder out = new StringBuilder();
        head(out, root);
        for (Row row : shown) {
            line(out, row, Math.min(names, WIDEST_NAME), start, Math.max(1, end - start));
        }
        if (rows.size() > shown.size()) {
            paint(out, DIM, "  ... and " + (rows.size() - shown.size()) + " more spans");
            out.append('\n');
        }
        return out.toString();
    }

    private void head(StringBuilder out, SpanData root) {
        String method = text(root, "http.request.method");
        String route = text(root, "http.route");
        String status = text(root, "http.response.status_code");
        String what = method == null ? root.getName() : method + (route == null ? "" : " " + route);
        String rest = (status == null ? "" : "  " + status) + "  " + millis(duration(root)) + " ms";
        paint(out, DIM, root.getTraceId());
        out.append("  ");
        paint(out, BOLD, cut(what, WIDTH - 34 - rest.length()));
        paint(out, isFailed(root) ? RED : "", rest);
        out.append('\n');
    }

    private void line(StringBuilder out, Row row, int names, long start, long whole) {
        SpanData span = row.span;
        String name = cut("  ".repeat(row.depth) + span.getName(), names);
        String left = "  " + name + " ".repeat(names - name.length()) + "  ";
        String took = String.format(Locale.ROOT, "%9s ms", millis(duration(span)));
        int room = WIDTH - left.length() - BAR - took.length() - 2;
        String failed = isFailed(span) ? RED : "";
        paint(out, failed, left);
        paint(out, failed.isEmpty() ? CYAN : RED, bar(span.getStartEpochNanos() - start, duration(span), whole));
        out.append(took);
        String detail = detail(span);
        if (!detail.isEmpty() && room > 4) {
            out.append("  ");
            paint(out, failed.isEmpty() ? DIM : RED, cut(detail, room));
        }
        trimEnd(out);
        out.append('\n');
    }

    /** In eighths of a column; whatever took time is at least one eighth wide. */
    static String bar(long from, long took, long whole) {
        int scale = BAR * 8;
        int begin = (int) Math.min(scale - 1, from * scale / whole);
        int end = Math.clamp((from + took) * scale / whole, begin + 1, scale);
        StringBuilder bar = new StringBuilder(BAR);
        for (int column = 0; column < BAR; column++) {
            int filled = Math.min(end, (column + 1) * 8) - Math.max(begin, column * 8);
            boolean startsHere = begin > column * 8 && begin < (column + 1) * 8;
            bar.append(filled <= 0 ? ' ' : startsHere && filled >= 4 ? '▐' : startsHere ? '▕' : BLOCKS.charAt(filled));
        }
        return bar.toString();
    }

    private static List<Row> rows(List<SpanData> spans) {
        Set<String> known = spans.stream().map(SpanData::getSpanId).collect(Collectors.toSet());
        List<SpanData> ordered = spans.stream()
                .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
                .toList();
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SpanData span : ordered) {
            if (!known.contains(span.getParentSpanId())) {
                add(rows, span, 0, ordered, seen);
            }
        }
        return rows;
    }

    private static void add(List<Row> rows, SpanData span, int depth, List<SpanData> ordered, Set<String> seen) {
        if (!seen.add(span.getSpanId())) {
            return;
        }
        rows.add(new Row(span, depth));
        for (SpanData child : ordered) {
            if (child.getParentSpanId().equals(span.getSpanId())) {
                add(rows, child, depth + 1, ordered, seen);
            }
        }
    }

    private static String detail(SpanData span) {
        if (isFailed(span)) {
            String why = span.getStatus().getDescription();
            String type = text(span, "error.type");
            return "! "
                    + (why.isEmpty()
                            ? type == null ? "failed" : type
                            : why.lines().findFirst().orElse(why));
        }
        for (String key : TELLING) {
            String value = text(span, key);
            if (value != null) {
                return key.indexOf('.') < 0 ? key + "=" + value : value;
            }
        }
        return "";
    }

    private static @Nullable String text(SpanData span, String key) {
        for (var entry : span.getAttributes().asMap().entrySet()) {
            AttributeKey<?> each = entry.getKey();
            if (each.getKey().equals(key)) {
                return entry.getValue().toString();
            }
        }
        return null;
    }

    private static boolean isFailed(SpanData span) {
        return span.getStatus().getStatusCode() == StatusCode.ERROR;
    }

    private static int nameWidth(Row row) {
        return 2 * row.depth + row.span.getName().length();
    }

    private static long duration(SpanData span) {
        return span.getEndEpochNanos() - span.getStartEpochNanos();
    }

    private static String millis(long nanos) {
        double millis = nanos / 1e6;
        return String.format(Locale.ROOT, millis < 100 ? "%.2f" : "%.0f", millis);
    }

    private static String cut(String text, int room) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= room ? line : line.substring(0, Math.max(0, room - 1)) + "…";
    }

    private static void trimEnd(StringBuilder out) {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    private void paint(StringBuilder out, String how, String text) {
        if (colour && !how.isEmpty()) {
            out.append(how).append(text).append(PLAIN);
        } else {
            out.append(text);
        }
    }
}
