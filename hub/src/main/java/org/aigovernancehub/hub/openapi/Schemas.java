package org.aigovernancehub.hub.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * JSON schemas of Java types, as the hub's own mapper reads and writes them. Records and enumerations become components, once each. Of what
 * is answered every member is required, since every member is written; of what is sent only what says so.
 */
final class Schemas {
    static final String COMPONENTS = "#/components/schemas/";

    private final Map<String, Schema<?>> components = new TreeMap<>();
    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Texts texts;

    Schemas(Texts texts) {
        this.texts = texts;
    }

    /** Which way a body goes. */
    enum Direction {
        SENT,
        ANSWERED
    }

    Map<String, Schema<?>> components() {
        return components;
    }

    void add(String name, Schema<?> schema) {
        components.put(name, schema);
    }

    /** Returns the schema of a type as it is used, with the limits and the nullness that its annotations say. */
    Schema<?> of(AnnotatedType type, Direction direction) {
        if (raw(type.getType()) == Patch.class) {
            return ofPatched(((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0], direction);
        }
        var schema = plain(type, direction);
        return type.isAnnotationPresent(Nullable.class) ? nullable(schema) : schema;
    }

    /** The same, of what is never null but left out. */
    Schema<?> plain(AnnotatedType type, Direction direction) {
        var schema = unlimited(type, raw(type.getType()), direction);
        Limits.apply(type, schema);
        return schema;
    }

    /** Returns what a reference stands for. */
    Schema<?> resolve(Schema<?> schema) {
        var reference = schema.get$ref();
        return reference == null
                ? schema
                : Objects.requireNonNull(components.get(reference.substring(COMPONENTS.length())), reference);
    }

    /** A member of a merge patch may be null, which clears it, unless a constraint refuses that. */
    private Schema<?> ofPatched(AnnotatedType content, Direction direction) {
        var schema = of(content, direction);
        return Limits.refuseNull(content) ? schema : nullable(schema);
    }

    private Schema<?> unlimited(AnnotatedType type, Class<?> raw, Direction direction) {
        if (Collection.class.isAssignableFrom(raw)) {
            var array = json("array");
            array.setItems(of(((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0], direction));
            return array;
        }
        if (Map.class.isAssignableFrom(raw)) {
            return ofMap((AnnotatedParameterizedType) type, direction);
        }
        return of(raw, direction);
    }

    /** Returns the schema of a type by itself. */
    Schema<?> of(Class<?> type, Direction direction) {
        if (type == String.class) {
            return json("string");
        }
        if (type == long.class || type == Long.class) {
            return json("integer", "int64");
        }
        if (type == int.class || type == Integer.class) {
            return json("integer", "int32");
        }
        if (type == double.class || type == Double.class) {
            return json("number", "double");
        }
        if (type == boolean.class || type == Boolean.class) {
            return json("boolean");
        }
        if (type == Instant.class) {
            return json("string", "date-time");
        }
        if (type == LocalDate.class) {
            return json("string", "date");
        }
        if (type == Object.class || type == JsonNode.class) {
            return new JsonSchema();
        }
        if (type.isEnum() && Wire.class.isAssignableFrom(type)) {
            return reference(type, direction);
        }
        if (type.isRecord()) {
            var value = valueOf(type);
            return value == null ? reference(type, direction) : of(value.getReturnType(), direction);
        }
        throw new IllegalStateException("no schema is known for " + type);
    }

    /** Keys of an enumeration are all there, always. */
    private Schema<?> ofMap(AnnotatedParameterizedType type, Direction direction) {
        var key = raw(type.getAnnotatedActualTypeArguments()[0].getType());
        var value = of(type.getAnnotatedActualTypeArguments()[1], direction);
        var map = json("object");
        if (key.isEnum()) {
            for (var constant : wires(key)) {
                map.addProperty(constant, value);
            }
            map.setRequired(wires(key));
        } else {
            map.setAdditionalProperties(value.getTypes() == null && value.get$ref() == null ? true : value);
        }
        return map;
    }

    private Schema<?> reference(Class<?> type, Direction direction) {
        var name = Names.of(type, direction);
        var known = classes.putIfAbsent(name, type);
        if (known == null) {
            components.put(name, new JsonSchema()); // the place is taken, should it refer to itself
            components.put(name, type.isEnum() ? ofEnum(type, name) : ofRecord(type, name, direction));
        } else if (known != type) {
            throw new IllegalStateException("%s and %s would both be called %s".formatted(known, type, name));
        }
        return reference(name);
    }

    static Schema<?> reference(String name) {
        var reference = new JsonSchema();
        reference.set$ref(COMPONENTS + name);
        return reference;
    }

    private Schema<?> ofEnum(Class<?> type, String name) {
        var schema = json("string");
        schema.setDescription(texts.schema(name));
        Limits.setEnum(schema, wires(type));
        return schema;
    }

    private static List<String> wires(Class<?> type) {
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .map(constant -> ((Wire) constant).wire())
                .toList();
    }

    private Schema<?> ofRecord(Class<?> type, String name, Direction direction) {
        var schema = json("object");
        var annotation = type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        schema.setDescription(
                annotation == null || annotation.description().isEmpty()
                        ? texts.schema(name)
                        : annotation.description());
        addMembers(type, name, direction, schema);
        return schema;
    }

    private void addMembers(Class<?> type, String schemaName, Direction direction, Schema<?> schema) {
        for (var component : type.getRecordComponents()) {
            var accessor = component.getAccessor();
            if (accessor.isAnnotationPresent(JsonUnwrapped.class)) {
                addMembers(component.getType(), schemaName, direction, schema);
            } else if (!accessor.isAnnotationPresent(JsonIgnore.class)) {
                var member = of(component.getAnnotatedType(), direction);
                addMember(schemaName, name(component), member, accessor, schema);
                if (isRequired(component, type, direction)) {
                    schema.addRequiredItem(name(component));
                }
            }
        }
        for (var method : type.getDeclaredMethods()) {
            if (isMember(method, type)) {
                var name = snake(method.getName());
                addMember(schemaName, name, of(method.getAnnotatedReturnType(), direction), method, schema);
                schema.addRequiredItem(name);
            }
        }
    }

    private void addMember(
            String schemaName, String name, Schema<?> member, AnnotatedElement declared, Schema<?> schema) {
        Limits.declared(declared.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class), member);
        if (member.getDescription() == null) {
            member.setDescription(texts.member(schemaName, name));
        }
        schema.addProperty(name, member);
    }

    private static boolean isRequired(RecordComponent component, Class<?> type, Direction direction) {
        return switch (direction) {
            case SENT -> {
                var property = component.getAccessor().getAnnotation(JsonProperty.class);
                yield property != null && property.required();
            }
            case ANSWERED -> isAlwaysWritten(component.getAccessor()) && isAlwaysWritten(type);
        };
    }

    private static boolean isAlwaysWritten(AnnotatedElement element) {
        var include = element.getAnnotation(JsonInclude.class);
        return include == null || include.value() == JsonInclude.Include.ALWAYS;
    }

    /** A method that a record adds to its components. */
    private static boolean isMember(Method method, Class<?> type) {
        return method.isAnnotationPresent(JsonProperty.class)
                && method.getParameterCount() == 0
                && Arrays.stream(type.getRecordComponents())
                        .noneMatch(component -> component.getAccessor().equals(method));
    }

    private static @Nullable Method valueOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .filter(accessor -> accessor.isAnnotationPresent(JsonValue.class))
                .findFirst()
                .orElse(null);
    }

    private static String name(RecordComponent component) {
        var property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? snake(component.getName()) : property.value();
    }

    static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
            default -> throw new IllegalStateException("no schema is known for " + type);
        };
    }

    static Schema<?> json(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    private static Schema<?> json(String type, String format) {
        var schema = json(type);
        schema.setFormat(format);
        return schema;
    }

    static Schema<?> nullable(Schema<?> schema) {
        if (schema.getTypes() != null) {
            schema.addType("null");
            return schema;
        }
        if (schema.get$ref() == null) {
            return schema; // anything, null included
        }
        var either = new JsonSchema();
        either.setAnyOf(new ArrayList<>(List.of(schema, json("null"))));
        return either;
    }
}
