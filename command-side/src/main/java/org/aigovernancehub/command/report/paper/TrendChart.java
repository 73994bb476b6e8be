package org.aigovernancehub.command.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.aigovernancehub.command.report.content.ComplianceReport.Version;

/**
 * One metric over the versions of a model, in their order: a dot for each value, a line through the last one of each version.
 *
 * @param line the points of the line; empty for a single version
 * @param summary the same in words, for those who do not see it
 */
public record TrendChart(
        String metric,
        List<Dot> dots,
        String line,
        String top,
        String bottom,
        String first,
        String last,
        String summary) {
    static final int WIDTH = 300;
    static final int HEIGHT = 118;
    private static final double LEFT = 52;
    private static final double RIGHT = 292;
    private static final double HIGH = 26;
    private static final double LOW = 92;
    private static final int DOTS = 400;

    public TrendChart {
        dots = List.copyOf(dots);
    }

    /** A value, where it is drawn. */
    public record Dot(String x, String y) {}

    private record Value(int version, double value) {}

    /** Draws a chart for each name of a metric, by name. */
    static List<TrendChart> of(List<Version> versions) {
        var byMetric = new TreeMap<String, List<Value>>();
        for (int i = 0; i < versions.size(); i++) {
            for (var metric : versions.get(i).metrics()) {
                byMetric.computeIfAbsent(metric.view().metricName(), _ -> new ArrayList<>())
                        .add(new Value(i, metric.view().value()));
            }
        }
        var charts = new ArrayList<TrendChart>();
        byMetric.forEach((metric, values) -> charts.add(of(metric, values, versions)));
        return charts;
    }

    private static TrendChart of(String metric, List<Value> values, List<Version> versions) {
        double least = values.stream().mapToDouble(Value::value).min().orElseThrow();
        double most = values.stream().mapToDouble(Value::value).max().orElseThrow();
        int from = values.getFirst().version();
        int to = values.getLast().version();
        var lastOf = new TreeMap<Integer, Double>();
        values.forEach(value -> lastOf.put(value.version(), value.value()));
        var line = new ArrayList<String>();
        lastOf.forEach((version, value) -> line.add(x(version, from, to) + "," + y(value, least, most)));
        var dots = values.stream()
                .skip(Math.max(0, values.size() - DOTS))
                .map(value -> new Dot(x(value.version(), from, to), y(value.value(), least, most)))
                .toList();
        var words = new Words();
        var firstTag = versions.get(from).view().versionTag();
        var lastTag = versions.get(to).view().versionTag();
        var last = words.number(values.getLast().value());
        var summary = values.size() == 1
                ? "One value: %s, of version %s.".formatted(last, lastTag)
                : "%s values in %s versions, from %s to %s; the last, of version %s, is %s."
                        .formatted(
                                words.count(values.size()),
                                words.count(lastOf.size()),
                                words.number(least),
                                words.number(most),
                                lastTag,
                                last);
        return new TrendChart(
                metric,
                dots,
                lastOf.size() > 1 ? String.join(" ", line) : "",
                words.number(most),
                least < most ? words.number(least) : "",
                firstTag,
                from < to ? lastTag : "",
                summary);
    }

    private static String x(int version, int from, int to) {
        return coordinate(from == to ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * (version - from) / (to - from));
    }

    private static String y(double value, double least, double most) {
        // Halved first: the difference of two finite numbers need not be one.
        double share = least < most ? (value / 2 - least / 2) / (most / 2 - least / 2) : 1;
        return coordinate(LOW - (LOW - HIGH) * share);
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
