package org.aigovernancehub.command.report.paper;

import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.report.content.ComplianceReport;
import org.jspecify.annotations.Nullable;

/**
 * The model between what it came from, on the left, and what came from it: one step in each direction.
 *
 * @param more what was left out for want of room, in words; the tables have it
 */
public record LineageGraph(int height, List<Node> nodes, List<Edge> edges, List<String> more) {
    private static final int SHOWN = 8;
    private static final int BOX = 190;
    private static final int TALL = 36;
    private static final int STEP = 46;
    private static final int MIDDLE = 218;
    private static final int RIGHT = 436;

    public LineageGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        more = List.copyOf(more);
    }

    /** A box; one of a dataset has no risk. */
    public record Node(
            int x,
            int y,
            String name,
            String kind,
            @Nullable RiskLevel risk,
            boolean centre) {}

    /** A line between the sides of two boxes. */
    public record Edge(int x1, int y1, int x2, int y2) {}

    private record Label(String name, String kind, @Nullable RiskLevel risk) {}

    static LineageGraph of(ComplianceReport report) {
        var words = new Words();
        var sources = new ArrayList<Label>();
        report.parents()
                .forEach(parent -> sources.add(new Label(
                        parent.name(),
                        "model " + parent.modelId() + ", "
                                + words.sentence(parent.dependency()
                                                .dependencyType()
                                                .wire())
                                        .toLowerCase(java.util.Locale.ROOT),
                        parent.riskLevel())));
        report.datasets()
                .forEach(use -> sources.add(new Label(
                        use.dataset().details().name(),
                        "dataset " + use.dataset().id() + ", "
                                + use.link().datasetType().wire() + ", "
                                + use.dataset().details().dataSensitivity().wire(),
                        null)));
        var results = report.children().stream()
                .map(child -> new Label(
                        child.name(),
                        "model " + child.modelId() + ", "
                                + words.sentence(child.dependency()
                                                .dependencyType()
                                                .wire())
                                        .toLowerCase(java.util.Locale.ROOT),
                        child.riskLevel()))
                .toList();
        int rows = Math.max(1, Math.max(shown(sources), shown(results)));
        int height = rows * STEP + 4;
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        int centre = height / 2;
        nodes.add(new Node(
                MIDDLE,
                centre - TALL / 2,
                report.model().details().name(),
                "model " + report.model().id(),
                report.model().risk().riskLevel(),
                true));
        column(sources, height, 0, nodes).forEach(y -> edges.add(new Edge(BOX, y, MIDDLE, centre)));
        column(results, height, RIGHT, nodes).forEach(y -> edges.add(new Edge(MIDDLE + BOX, centre, RIGHT, y)));
        var more = new ArrayList<String>();
        more(sources, "it came from", more);
        more(results, "came from it", more);
        return new LineageGraph(height, nodes, edges, more);
    }

    private static int shown(List<?> labels) {
        return Math.min(SHOWN, labels.size());
    }

    private static void more(List<?> labels, String side, List<String> more) {
        if (labels.size() > SHOWN) {
            more.add("%,d more that %s are not drawn; the tables below list them."
                    .formatted(labels.size() - SHOWN, side));
        }
    }

    /** Returns the heights at which the boxes' middles are. */
    private static List<Integer> column(List<Label> labels, int height, int x, List<Node> nodes) {
        var middles = new ArrayList<Integer>();
        int count = shown(labels);
        int top = (height - count * STEP) / 2 + (STEP - TALL) / 2;
        for (int i = 0; i < count; i++) {
            var label = labels.get(i);
            int y = top + i * STEP;
            nodes.add(new Node(x, y, label.name(), label.kind(), label.risk(), false));
            middles.add(y + TALL / 2);
        }
        return middles;
    }
}
