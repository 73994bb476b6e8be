package org.aigovernancehub.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All figures of all runs, as people read them and as programs do. */
public final class Report {
    private final Map<String, String> machine;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** @param machine what the figures depend on */
    public Report(Map<String, String> machine) {
        this.machine = machine;
    }

    /** A figure over its runs. */
    public record Line(
            String scenario,
            String figure,
            String unit,
            List<Double> values,
            @Nullable Goal goal) {
        public double median() {
            var sorted = values.stream().sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }

        public double lowest() {
            return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        }

        public double highest() {
            return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }

        @Nullable
        Boolean reached() {
            return goal == null ? null : goal.reachedBy(median());
        }
    }

    /** Adds the figures of one run. */
    public void add(List<Figure> figures) {
        for (var figure : figures) {
            lines.computeIfAbsent(
                            figure.scenario() + "|" + figure.name(),
                            _ -> new Line(
                                    figure.scenario(), figure.name(), figure.unit(), new ArrayList<>(), figure.goal()))
                    .values()
                    .add(figure.value());
        }
    }

    /** Returns the table, in Markdown. */
    public String markdown() {
        var text = new StringBuilder(
                "| What | Figure | Median | Lowest | Highest | Runs | Goal | Reached |\n|---|---|---|---|---|---|---|---|\n");
        for (var line : lines.values()) {
            text.append("| %s | %s | %s %s | %s | %s | %d | %s | %s |\n"
                    .formatted(
                            line.scenario(),
                            line.figure(),
                            number(line.median()),
                            line.unit(),
                            number(line.lowest()),
                            number(line.highest()),
                            line.values().size(),
                            goal(line),
                            line.reached() == null ? "" : Boolean.TRUE.equals(line.reached()) ? "yes" : "**no**"));
        }
        text.append("\n");
        machine.forEach((name, value) -> text.append("- %s: %s\n".formatted(name, value)));
        return text.toString();
    }

    private static String goal(Line line) {
        return line.goal() == null
                ? ""
                : (line.goal().atLeast() ? "at least " : "at most ")
                        + number(line.goal().bound());
    }

    private static String number(double value) {
        if (Math.abs(value) >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.2f", value);
    }

    /** Writes both forms into a folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.md"), markdown());
        var results = lines.values().stream()
                .map(line -> {
                    var json = new LinkedHashMap<String, @Nullable Object>();
                    json.put("scenario", line.scenario());
                    json.put("figure", line.figure());
                    json.put("unit", line.unit());
                    json.put("median", line.median());
                    json.put("lowest", line.lowest());
                    json.put("highest", line.highest());
                    json.put("values", line.values());
                    json.put("goal", line.goal());
                    json.put("reached", line.reached());
                    return json;
                })
                .toList();
        Files.writeString(
                folder.resolve("results.json"),
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(Map.of("machine", machine, "results", results)));
    }
}
