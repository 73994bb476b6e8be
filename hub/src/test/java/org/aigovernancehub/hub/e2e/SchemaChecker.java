package org.aigovernancehub.hub.e2e;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Checks values against the schemas of an OpenAPI document, as far as those of the hub go; a keyword that it does not know is a finding too.
 * Stricter than JSON Schema in one thing: where members are listed there are no others.
 */
public final class SchemaChecker {
    private static final Set<String> KNOWN = Set.of(
            "$ref",
            "type",
            "format",
            "description",
            "default",
            "examples",
            "enum",
            "anyOf",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum");

    private final JsonNode document;

    public SchemaChecker(JsonNode document) {
        this.document = document;
    }

    /** Returns what is wrong with a value, each with where it is; nothing if it is as the schema says. */
    public List<String> objections(JsonNode value, JsonNode schema) {
        var objections = new ArrayList<String>();
        check(value, schema, "", objections);
        return objections;
    }

    /** Returns the schema that a reference stands for, or the schema itself. */
    public JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref");
        if (!reference.isString()) {
            return schema;
        }
        var found = document.at(reference.asString().substring(1));
        if (found.isMissingNode()) {
            throw new AssertionError("nothing is at " + reference);
        }
        return found;
    }

    private void check(JsonNode value, JsonNode schema, String at, List<String> objections) {
        schema.propertyNames().forEach(keyword -> {
            if (!KNOWN.contains(keyword)) {
                objections.add("%s: the schema has the keyword %s, which is not checked".formatted(at, keyword));
            }
        });
        if (schema.has("$ref")) {
            check(value, resolved(schema), at, objections);
            return;
        }
        if (schema.has("anyOf")) {
            boolean fits = false;
            for (var one : schema.path("anyOf")) {
                fits |= objections(value, one).isEmpty();
            }
            if (!fits) {
                objections.add("%s: %s is none of %s".formatted(at, value, schema.path("anyOf")));
            }
            return;
        }
        if (schema.has("type") && !isOfType(value, schema.path("type"))) {
            objections.add("%s: %s is not of type %s".formatted(at, value, schema.path("type")));
            return;
        }
        if (schema.has("enum") && !value.isNull() && !contains(schema.path("enum"), value)) {
            objections.add("%s: %s is none of %s".formatted(at, value, schema.path("enum")));
        }
        if (value.isObject()) {
            checkObject(value, schema, at, objections);
        } else if (value.isArray()) {
            checkArray(value, schema, at, objections);
        } else if (value.isString()) {
            checkText(value.asString(), schema, at, objections);
        } else if (value.isNumber()) {
            checkNumber(value.asDouble(), schema, at, objections);
        }
    }

    private void checkObject(JsonNode value, JsonNode schema, String at, List<String> objections) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                objections.add("%s: %s is missing".formatted(at, name.asString()));
            }
        });
        for (var member : value.properties()) {
            var known = schema.path("properties").path(member.getKey());
            if (!known.isMissingNode()) {
                check(member.getValue(), known, at + "/" + member.getKey(), objections);
            } else if (schema.path("additionalProperties").isObject()) {
                check(member.getValue(), schema.path("additionalProperties"), at + "/" + member.getKey(), objections);
            } else if (schema.has("properties")
                    && !schema.path("additionalProperties").asBoolean(false)) {
                objections.add("%s: %s is not in the schema".formatted(at, member.getKey()));
            }
        }
    }

    private void checkArray(JsonNode value, JsonNode schema, String at, List<String> objections) {
        if (value.size() < schema.path("minItems").asInt(0)
                || value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
            objections.add("%s: %d items".formatted(at, value.size()));
        }
        if (schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), schema.path("items"), at + "/" + i, objections);
            }
        }
    }

    private static void checkText(String text, JsonNode schema, String at, List<String> objections) {
        int length = text.codePointCount(0, text.length());
        if (length < schema.path("minLength").asInt(0)
                || length > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            objections.add("%s: %d characters".formatted(at, length));
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asString())
                        .matcher(text)
                        .find()) {
            objections.add("%s: '%s' does not match %s".formatted(at, text, schema.path("pattern")));
        }
        try {
            switch (schema.path("format").asString("")) {
                case "date-time" -> OffsetDateTime.parse(text);
                case "date" -> LocalDate.parse(text);
                default -> {}
            }
        } catch (DateTimeParseException e) {
            objections.add("%s: '%s' is no %s".formatted(at, text, schema.path("format")));
        }
    }

    private static void checkNumber(double number, JsonNode schema, String at, List<String> objections) {
        if (number < schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
                || number > schema.path("maximum").asDouble(Double.POSITIVE_INFINITY)) {
            objections.add("%s: %s is out of range".formatted(at, number));
        }
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (var one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    public static boolean isOfType(JsonNode value, JsonNode type) {
        if (type.isArray()) {
            for (var one : type) {
                if (isOfType(value, one)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new AssertionError("no type is called " + type);
        };
    }
}
