package org.aigovernancehub.command.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the payload of an event in lines that people read: every member, but for the ids that the report's title has. */
public final class Payload {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> SAID = Set.of("model_id", "organization_id");

    private static final int TOGETHER = 84;

    private Payload() {}

    /** A member. */
    public record Line(String name, String value) {}

    static List<Line> lines(String json) {
        var lines = new ArrayList<Line>();
        collect("", MAPPER.readTree(json), lines);
        return lines;
    }

    /** Groups lines: short ones together, a long one for itself. */
    static List<List<Line>> paragraphs(List<Line> lines) {
        var paragraphs = new ArrayList<List<Line>>();
        var together = new ArrayList<Line>();
        int length = 0;
        for (var line : lines) {
            int size = line.name().length() + line.value().length() + 4;
            if (!together.isEmpty() && length + size > TOGETHER) {
                paragraphs.add(List.copyOf(together));
                together.clear();
                length = 0;
            }
            together.add(line);
            length += size;
        }
        if (!together.isEmpty()) {
            paragraphs.add(List.copyOf(together));
        }
        return paragraphs;
    }

    private static void collect(String prefix, JsonNode node, List<Line> lines) {
        node.properties().forEach(member -> {
            var name = prefix + member.getKey();
            var value = member.getValue();
            if (prefix.isEmpty() && SAID.contains(name)) {
                return;
            }
            if (value.isObject()) {
                collect(name + ".", value, lines);
            } else if (value.isArray()) {
                value.forEach(element -> lines.add(element(name, element)));
            } else if (!value.isNull()) {
                lines.add(new Line(name, value.asString()));
            }
        });
    }

    private static Line element(String name, JsonNode element) {
        if (!element.isObject()) {
            return new Line(name, element.asString());
        }
        if (element.has("field") && element.has("to")) {
            return new Line(
                    element.get("field").asString(),
                    quoted(element.get("from")) + " \u2192 " + quoted(element.get("to")));
        }
        return new Line(
                name,
                element.properties().stream()
                        .map(member -> member.getKey() + " " + inLine(member.getValue()))
                        .collect(Collectors.joining("; ")));
    }

    private static String inLine(JsonNode value) {
        return value.isObject()
                ? value.properties().stream()
                        .map(member -> member.getKey() + " " + inLine(member.getValue()))
                        .collect(Collectors.joining(", ", "(", ")"))
                : value.asString();
    }

    private static String quoted(@org.jspecify.annotations.Nullable JsonNode value) {
        return value == null || value.isNull() ? "(empty)" : value.asString();
    }
}
