package org.aigovernancehub.hub.openapi;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aigovernancehub.command.web.CommandCallResolver;
import org.aigovernancehub.hub.openapi.Schemas.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

/** What a call takes beside its body. */
final class Parameters {
    private static final int LONGEST_KEY = 255;

    private final Schemas schemas;
    private final Texts texts;

    Parameters(Schemas schemas, Texts texts) {
        this.schemas = schemas;
        this.texts = texts;
    }

    /** Returns what a controller declares. */
    List<Parameter> declaredBy(Endpoint endpoint) {
        var parameters = new ArrayList<Parameter>();
        endpoint.parametersWith(PathVariable.class).forEach(declared -> parameters.add(inPath(declared)));
        if (!endpoint.isForm()) {
            endpoint.parametersWith(RequestParam.class).forEach(declared -> parameters.add(inQuery(declared)));
        }
        endpoint.parametersWith(ModelAttribute.class)
                .forEach(declared -> parameters.addAll(members(declared.getType())));
        endpoint.declaredParameters().forEach(declared -> parameters.add(declared(declared)));
        endpoint.parametersWith(RequestHeader.class).forEach(declared -> parameters.add(inHeader(declared)));
        return parameters;
    }

    private Parameter inPath(java.lang.reflect.Parameter declared) {
        var variable = annotation(declared, PathVariable.class);
        var name = variable.value().isEmpty() ? declared.getName() : variable.value();
        return described(parameter("path", Schemas.snake(name), plain(declared)).required(true), declared);
    }

    private Parameter inQuery(java.lang.reflect.Parameter declared) {
        var annotation = annotation(declared, RequestParam.class);
        var name = annotation.name().isEmpty() ? declared.getName() : annotation.name();
        var schema = plain(declared);
        boolean optional = !annotation.required();
        if (!annotation.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
            schema.setDefault(Limits.value(annotation.defaultValue(), schema));
            optional = true;
        }
        var parameter = parameter("query", name, schema);
        return described(optional ? parameter : parameter.required(true), declared);
    }

    /** Returns an annotation that is there, with {@code name} and {@code value} as the one thing that they are. */
    static <A extends Annotation> A annotation(java.lang.reflect.Parameter declared, Class<A> type) {
        return Objects.requireNonNull(AnnotatedElementUtils.getMergedAnnotation(declared, type));
    }

    private Parameter inHeader(java.lang.reflect.Parameter declared) {
        var header = annotation(declared, RequestHeader.class);
        return described(parameter("header", header.name(), plain(declared)), declared);
    }

    private List<Parameter> members(Class<?> type) {
        var constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(candidate -> candidate.getParameterCount() == type.getRecordComponents().length)
                .findFirst()
                .orElseThrow();
        var parameters = new ArrayList<Parameter>();
        for (int i = 0; i < type.getRecordComponents().length; i++) {
            var component = type.getRecordComponents()[i];
            var bound = constructor.getParameters()[i].getAnnotation(BindParam.class);
            var schema = schemas.plain(component.getAnnotatedType(), Direction.SENT);
            parameters.add(described(
                    parameter("query", bound == null ? component.getName() : bound.value(), schema),
                    component.getAccessor()));
        }
        return parameters;
    }

    private Parameter declared(io.swagger.v3.oas.annotations.Parameter declared) {
        var schema = Schemas.json(
                declared.schema().type().isEmpty()
                        ? "string"
                        : declared.schema().type());
        Limits.declared(declared.schema(), schema);
        var parameter = parameter("query", declared.name(), schema);
        parameter.setDescription(
                declared.description().isEmpty() ? texts.parameter(declared.name()) : declared.description());
        return declared.required() ? parameter.required(true) : parameter;
    }

    private Schema<?> plain(java.lang.reflect.Parameter declared) {
        return schemas.plain(declared.getAnnotatedType(), Direction.SENT);
    }

    private static Parameter parameter(String in, String name, Schema<?> schema) {
        return new Parameter().in(in).name(name).schema(schema);
    }

    private Parameter described(Parameter parameter, AnnotatedElement declared) {
        Limits.declared(
                declared.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class), parameter.getSchema());
        parameter.setDescription(description(parameter, declared));
        parameter.getSchema().setDescription(null);
        return parameter;
    }

    private @Nullable String description(Parameter parameter, AnnotatedElement declared) {
        var annotation = declared.getAnnotation(io.swagger.v3.oas.annotations.Parameter.class);
        if (annotation != null && !annotation.description().isEmpty()) {
            return annotation.description();
        }
        var described = parameter.getSchema().getDescription();
        return described == null ? texts.parameter(parameter.getName()) : described;
    }

    /** Returns what every call of a kind may bring, whatever it is about. */
    List<Parameter> of(Call call) {
        var endpoint = call.endpoint();
        var parameters = new ArrayList<Parameter>();
        if (endpoint.readsModels()) {
            var lenient = Schemas.json("string");
            Limits.setEnum(lenient, List.of("handling=lenient"));
            parameters.add(header("Prefer", lenient));
        }
        if (call.isConditional()) {
            var tag = Schemas.json("string");
            tag.setPattern("^(?:\\*|(?:W/)?\"[^\"]*\")$");
            parameters.add(header(HttpHeaders.IF_MATCH, tag));
        }
        if (call.isIdempotent()) {
            var key = Schemas.json("string");
            key.setMinLength(1);
            key.setMaxLength(LONGEST_KEY);
            key.setPattern("^[\\x20-\\x7E]+$");
            parameters.add(header(CommandCallResolver.IDEMPOTENCY_KEY, key));
        }
        if (!endpoint.reads() && !endpoint.isPublic()) {
            parameters.add(header("X-CSRF-Token", Schemas.json("string")));
        }
        return parameters;
    }

    private Parameter header(String name, Schema<?> schema) {
        return parameter("header", name, schema).description(texts.parameter(name));
    }
}
