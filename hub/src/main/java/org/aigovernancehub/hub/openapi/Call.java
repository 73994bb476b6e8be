package org.aigovernancehub.hub.openapi;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * An endpoint with what it takes, from which follows how it can fail and what its answers carry.
 *
 * @param parameters of the path, the query and the headers, as the controller declares them
 * @param body what the body is, no reference; null where it takes none
 */
record Call(
        Endpoint endpoint,
        List<Parameter> parameters,
        @Nullable Schema<?> body) {
    Call {
        parameters = List.copyOf(parameters);
    }

    boolean takes(String in, String name) {
        return parameters.stream()
                .anyMatch(parameter ->
                        parameter.getIn().equals(in) && parameter.getName().equals(name));
    }

    boolean namesSomething() {
        return parameters.stream().anyMatch(parameter -> parameter.getIn().equals("path"))
                || takes("query", "organization_id")
                || members().stream().anyMatch(Call::isId);
    }

    /** Values of the right type that are none of those allowed are invalid, in queries too. */
    boolean takesChoice() {
        return parameters.stream()
                .filter(parameter -> parameter.getIn().equals("query"))
                .map(Parameter::getSchema)
                .anyMatch(schema -> schema.get$ref() != null || schema.getMinLength() != null);
    }

    /** Tells whether it changes something that has a version already; a token has none. */
    boolean isConditional() {
        return endpoint.commands()
                && !isOfTokens()
                && (endpoint.path().contains("Id}")
                        || (body != null && Operations.required(body).stream().anyMatch(Call::isId)));
    }

    /** Answers that hold or follow a secret are not kept. */
    boolean isIdempotent() {
        return endpoint.commands()
                && endpoint.method() != RequestMethod.DELETE
                && !isOfTokens()
                && !endpoint.path().endsWith("/password");
    }

    private boolean isOfTokens() {
        return endpoint.path().startsWith("/api/v1/tokens");
    }

    private Set<String> members() {
        return body == null || body.getProperties() == null
                ? Set.of()
                : body.getProperties().keySet().stream().map(Objects::toString).collect(Collectors.toSet());
    }

    private static boolean isId(String name) {
        return name.endsWith("_id");
    }
}
