package org.aigovernancehub.hub.openapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.hub.web.filter.Paths;
import org.aigovernancehub.hub.web.filter.RoleRoutingFilter;
import org.aigovernancehub.hub.web.filter.RoleRoutingFilter.Kind;
import org.aigovernancehub.query.listing.Exportable;
import org.aigovernancehub.query.listing.Listing;
import org.aigovernancehub.query.read.ReadCall;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * One call of the HTTP interface, as a controller declares it.
 *
 * @param path with its variables as Java names them
 * @param consumes the media types of the body; empty for JSON
 * @param produces the media types of the answer; empty for JSON, or what the handler says
 */
record Endpoint(RequestMethod method, String path, Method handler, Set<MediaType> consumes, Set<MediaType> produces) {
    Endpoint {
        consumes = Set.copyOf(consumes);
        produces = Set.copyOf(produces);
    }

    Class<?> controller() {
        return handler.getDeclaringClass();
    }

    Operation operation() {
        var operation = handler.getAnnotation(Operation.class);
        if (operation == null) {
            throw new IllegalStateException("@Operation is missing from " + handler);
        }
        return operation;
    }

    /** Returns a name that stays when others come and go. */
    String operationId() {
        var declared = operation().operationId();
        if (!declared.isEmpty()) {
            // The same handler may serve a path outside of the API and one of the API.
            return inApi() && !isOwnPathOfApi() ? "api" + capitalized(declared) : declared;
        }
        var noun = controller().getSimpleName().replaceFirst("(Command|Query)?Controller$", "");
        return noun.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + noun.substring(1)
                + capitalized(handler.getName());
    }

    private boolean isOwnPathOfApi() {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(
                handler, org.springframework.web.bind.annotation.RequestMapping.class);
        return mapping == null || mapping.path().length < 2;
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    List<String> tags() {
        return Stream.of(handler.getAnnotation(Tag.class), controller().getAnnotation(Tag.class))
                .filter(java.util.Objects::nonNull)
                .map(Tag::name)
                .limit(1)
                .toList();
    }

    boolean reads() {
        return method == RequestMethod.GET;
    }

    boolean inApi() {
        return Paths.isApi(path);
    }

    /** Tells whether it needs no token. */
    boolean isPublic() {
        return AnnotatedElementUtils.hasAnnotation(handler, SecurityRequirements.class)
                || AnnotatedElementUtils.hasAnnotation(controller(), SecurityRequirements.class);
    }

    Kind servedBy() {
        return RoleRoutingFilter.kind(method.name(), path);
    }

    /** Tells whether it is a command, which can be conditional and idempotent. */
    boolean commands() {
        return !reads() && takes(CommandCall.class);
    }

    /** Tells whether it is answered from read models, and so can be behind. */
    boolean readsModels() {
        return takes(ReadCall.class);
    }

    boolean takes(Class<?> type) {
        return Arrays.asList(handler.getParameterTypes()).contains(type);
    }

    boolean lists() {
        return handler.getReturnType() == Listing.class;
    }

    boolean exports() {
        return handler.isAnnotationPresent(Exportable.class);
    }

    /** Tells whether it goes on for as long as the client listens. */
    boolean streams() {
        return produces.contains(MediaType.TEXT_EVENT_STREAM);
    }

    Optional<Parameter> body() {
        return parametersWith(RequestBody.class).findFirst();
    }

    boolean isForm() {
        return consumes.contains(MediaType.APPLICATION_FORM_URLENCODED);
    }

    <A extends Annotation> Stream<Parameter> parametersWith(Class<A> annotation) {
        return Arrays.stream(handler.getParameters()).filter(parameter -> parameter.isAnnotationPresent(annotation));
    }

    /** Returns query parameters that the handler takes by itself and declares for whoever calls. */
    List<io.swagger.v3.oas.annotations.Parameter> declaredParameters() {
        var single = Optional.ofNullable(handler.getAnnotation(io.swagger.v3.oas.annotations.Parameter.class)).stream();
        var several = Optional.ofNullable(handler.getAnnotation(Parameters.class)).stream()
                .flatMap(parameters -> Arrays.stream(parameters.value()));
        return Stream.of(single, several, Arrays.stream(operation().parameters()))
                .flatMap(parameters -> parameters)
                .filter(parameter -> parameter.in() == ParameterIn.QUERY)
                .toList();
    }

    List<ApiResponse> declaredResponses() {
        return List.copyOf(AnnotatedElementUtils.findMergedRepeatableAnnotations(
                handler, ApiResponse.class, io.swagger.v3.oas.annotations.responses.ApiResponses.class));
    }

    /** Tells whether it answers what the pipeline of commands has made. */
    boolean returnsBytes() {
        return content().getType() == byte[].class;
    }

    /** Returns what the answer's body is made of; null where the signature does not say. */
    @Nullable
    AnnotatedType answered() {
        var type = content().getType();
        return type == void.class || type == Void.class || type == byte[].class ? null : content();
    }

    private AnnotatedType content() {
        var raw = handler.getReturnType();
        return (raw == ResponseEntity.class || raw == Listing.class)
                        && handler.getAnnotatedReturnType()
                                instanceof java.lang.reflect.AnnotatedParameterizedType wrapper
                ? wrapper.getAnnotatedActualTypeArguments()[0]
                : handler.getAnnotatedReturnType();
    }
}
