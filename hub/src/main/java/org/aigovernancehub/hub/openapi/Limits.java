package org.aigovernancehub.hub.openapi;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aigovernancehub.command.web.Text;
import org.jspecify.annotations.Nullable;

/** Says in a schema what constraints check. */
final class Limits {
    private static final String NOT_BLANK = "\\S";

    private Limits() {}

    static boolean refuseNull(AnnotatedElement type) {
        var text = type.getAnnotation(Text.class);
        return type.isAnnotationPresent(NotNull.class) || (text != null && text.required());
    }

    static void apply(AnnotatedElement type, Schema<?> schema) {
        var text = type.getAnnotation(Text.class);
        if (text != null) {
            apply(text, schema);
        }
        var min = type.getAnnotation(Min.class);
        if (min != null) {
            schema.setMinimum(BigDecimal.valueOf(min.value()));
        }
        var max = type.getAnnotation(Max.class);
        if (max != null) {
            schema.setMaximum(BigDecimal.valueOf(max.value()));
        }
        if (type.isAnnotationPresent(PositiveOrZero.class)) {
            schema.setMinimum(BigDecimal.ZERO);
        }
        var size = type.getAnnotation(Size.class);
        if (size != null) {
            schema.setMinItems(size.min());
            schema.setMaxItems(size.max());
        }
    }

    /** A required text is not blank; a pattern holds for a text that is not blank. */
    private static void apply(Text text, Schema<?> schema) {
        schema.setMaxLength(text.max());
        if (text.required()) {
            schema.setMinLength(Math.max(1, text.min()));
            schema.setPattern(text.pattern().isEmpty() ? NOT_BLANK : "^" + text.pattern() + "$");
        } else if (!text.pattern().isEmpty()) {
            schema.setPattern("^(?:\\s*|%s)$".formatted(text.pattern()));
        }
    }

    /** Adds what an annotation declares beyond the type and its constraints. */
    static void declared(io.swagger.v3.oas.annotations.media.@Nullable Schema annotation, Schema<?> schema) {
        if (annotation == null) {
            return;
        }
        if (!annotation.description().isEmpty()) {
            schema.setDescription(annotation.description());
        }
        if (!annotation.type().isEmpty()) {
            schema.addType(annotation.type());
        }
        if (annotation.minLength() > 0) {
            schema.setMinLength(annotation.minLength());
        }
        if (annotation.maxLength() < Integer.MAX_VALUE) {
            schema.setMaxLength(annotation.maxLength());
        }
        if (!annotation.minimum().isEmpty()) {
            schema.setMinimum(new BigDecimal(annotation.minimum()));
        }
        if (!annotation.maximum().isEmpty()) {
            schema.setMaximum(new BigDecimal(annotation.maximum()));
        }
        if (annotation.allowableValues().length > 0) {
            setEnum(schema, List.of(annotation.allowableValues()));
        }
        if (!annotation.defaultValue().isEmpty()) {
            schema.setDefault(value(annotation.defaultValue(), schema));
        }
        if (!annotation.example().isEmpty()) {
            setExamples(schema, value(annotation.example(), schema));
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the models are generic in a type that they do not use
    static void setEnum(Schema<?> schema, List<?> values) {
        ((Schema) schema).setEnum(new ArrayList<>(values));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void setExamples(Schema<?> schema, Object example) {
        ((Schema) schema).setExamples(new ArrayList<>(List.of(example)));
    }

    /** Reads a value that an annotation can only hold as text. */
    static Object value(String text, Schema<?> schema) {
        var types = Objects.requireNonNullElse(schema.getTypes(), java.util.Set.of());
        if (types.contains("integer")) {
            return Long.valueOf(text);
        }
        if (types.contains("number")) {
            return Double.valueOf(text);
        }
        return types.contains("boolean") ? Boolean.valueOf(text) : text;
    }
}
