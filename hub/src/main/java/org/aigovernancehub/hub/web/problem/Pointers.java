package org.aigovernancehub.hub.web.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Writes places in a body as JSON pointers (RFC 6901). */
final class Pointers {
    private Pointers() {}

    static String of(List<JacksonException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            var name = step.getPropertyName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escaped(name));
        }
        return pointer.toString();
    }

    /**
     * Translates the path of a validated value, {@code metrics[3].recordCount}, to the body's terms, {@code /metrics/3/record_count}.
     *
     * @param root the type that the path starts from
     */
    static String of(@Nullable Type root, String path) {
        var pointer = new StringBuilder();
        var type = root;
        for (var step : path.split("(?=\\[)|\\.")) {
            if (step.isEmpty()) {
                continue;
            }
            if (step.startsWith("[")) {
                pointer.append('/').append(escaped(step.substring(1, step.length() - 1)));
                type = argument(type);
                continue;
            }
            var component = component(type, step);
            if (component == null) {
                pointer.append('/').append(escaped(snake(step)));
                type = null;
            } else {
                if (!component.isAnnotationPresent(JsonUnwrapped.class)
                        && !component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                    pointer.append('/').append(escaped(name(component)));
                }
                type = component.getGenericType();
            }
        }
        return pointer.toString();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static @Nullable RecordComponent component(@Nullable Type type, String name) {
        var raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
        if (!(raw instanceof Class<?> record) || !record.isRecord()) {
            return null;
        }
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String name(RecordComponent component) {
        var declared = component.getAccessor().getAnnotation(JsonProperty.class);
        return declared == null || declared.value().isEmpty() ? snake(component.getName()) : declared.value();
    }

    private static @Nullable Type argument(@Nullable Type type) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[parameterized.getActualTypeArguments().length - 1]
                : null;
    }
}
