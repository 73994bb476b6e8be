package org.aigovernancehub.command.report.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aigovernancehub.command.report.content.ComplianceReport;
import org.aigovernancehub.command.report.content.ComplianceReport.TrailEntry;

/**
 * A part of the report that is small enough to be laid out at once.
 *
 * @param fragment of the template
 * @param variables of the template, beside those that all have
 * @param weight about how many rows it has
 */
public record Piece(String fragment, Map<String, Object> variables, int weight) {

    /** Rows that are laid out together: what is in memory at once grows with it, and so does the number of pages that end early. */
    static final int ROWS = 400;

    private static final int CHARTS = 40;
    private static final int WEIGHT_OF_CHART = 4;

    /** A row of the audit trail, as it is printed. */
    public record TrailRow(TrailEntry entry, List<List<Payload.Line>> paragraphs) {
        private static final int WHOLE = 14;
        private static final int LINE = 80;

        /** Whether it may be cut by the end of a page; others are moved to the next page whole. */
        public boolean isLong() {
            return paragraphs.stream()
                            .flatMap(List::stream)
                            .mapToInt(line -> 1 + line.value().length() / LINE)
                            .sum()
                    > WHOLE;
        }
    }

    /** A row of the table of metrics. */
    public record MetricRow(String versionTag, ComplianceReport.Metric metric) {}

    /** A heading of the report; its id is the anchor. */
    public record Section(String id, String title, String pointer) {}

    static List<Section> sections() {
        return List.of(
                new Section("s-1", "Identification", "Annex IV (1), general description"),
                new Section("s-2", "Risk profile", "Annex IV (5), risk management system"),
                new Section("s-3", "Data and lineage", "Annex IV (2)(d), data requirements"),
                new Section(
                        "s-4", "Versions and evaluation", "Annex IV (2)(g) and (4), validation, testing and metrics"),
                new Section("s-5", "Policies that apply", "Annex IV (2)(e) and (3), oversight and control"),
                new Section("s-6", "Reviews and approvals", "Annex IV (2)(e), human oversight"),
                new Section("s-7", "Violations", "Annex IV (3), functioning and control"),
                new Section("s-8", "Audit trail", "Annex IV (6), changes through the lifecycle"),
                new Section("s-9", "What is missing", "Annex IV, as a list of what a reader looks for"),
                new Section("s-10", "What this report is, and what it is not", ""),
                new Section("s-11", "Characters printed by number", ""));
    }

    /** Cuts a report in pieces, in the order in which they are read; the last one, on characters, comes after all are printed. */
    static List<Piece> of(ComplianceReport report) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece("identification", Map.of(), 20));
        pieces.add(new Piece("risk", Map.of(), 20 + report.riskHistory().size()));
        pieces.add(new Piece("data", Map.of("graph", LineageGraph.of(report)), 20));
        chunked(pieces, "datasets", report.datasets());
        chunked(pieces, "parents", report.parents());
        chunked(pieces, "children", report.children());
        chunked(pieces, "versions", report.versions());
        chunked(
                pieces,
                "metrics",
                report.versions().stream()
                        .flatMap(version -> version.metrics().stream()
                                .map(metric -> new MetricRow(version.view().versionTag(), metric)))
                        .toList());
        charts(pieces, TrendChart.of(report.versions()));
        chunked(pieces, "policies", report.policies());
        pieces.add(new Piece("moves", Map.of(), 6));
        chunked(pieces, "reviews", report.reviews());
        chunked(pieces, "decisions", report.decisions());
        chunked(pieces, "violations", report.violations());
        chunked(pieces, "trail", report.trail());
        chunked(pieces, "missing", report.missing());
        pieces.add(new Piece("declaration", Map.of(), 20));
        return pieces;
    }

    private static void chunked(List<Piece> pieces, String fragment, List<?> rows) {
        for (int from = 0; from == 0 || from < rows.size(); from += ROWS) {
            int to = Math.min(rows.size(), from + ROWS);
            pieces.add(new Piece(fragment, variables(from, rows.subList(from, to)), to - from + 4));
        }
    }

    private static void charts(List<Piece> pieces, List<TrendChart> charts) {
        for (int from = 0; from < charts.size(); from += CHARTS) {
            var pairs = new ArrayList<List<TrendChart>>();
            int to = Math.min(charts.size(), from + CHARTS);
            for (int i = from; i < to; i += 2) {
                pairs.add(charts.subList(i, Math.min(to, i + 2)));
            }
            pieces.add(new Piece("charts", variables(from, pairs), (to - from) * WEIGHT_OF_CHART));
        }
    }

    private static Map<String, Object> variables(int from, List<?> rows) {
        var variables = new LinkedHashMap<String, Object>();
        variables.put("continued", from > 0);
        variables.put("rows", rows);
        return variables;
    }

    /** Returns the pieces in groups, each a document of its own to be laid out. */
    static List<List<Piece>> grouped(List<Piece> pieces) {
        var groups = new ArrayList<List<Piece>>();
        var group = new ArrayList<Piece>();
        int weight = 0;
        for (var piece : pieces) {
            if (!group.isEmpty() && weight + piece.weight() > ROWS + 100) {
                groups.add(List.copyOf(group));
                group.clear();
                weight = 0;
            }
            group.add(piece);
            weight += piece.weight();
        }
        groups.add(List.copyOf(group));
        return groups;
    }
}
