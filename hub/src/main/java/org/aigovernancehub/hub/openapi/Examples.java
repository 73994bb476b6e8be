package org.aigovernancehub.hub.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/** Bodies as they could be, by the names of their schemas. The models that springdoc writes take trees of Jackson 2. */
final class Examples {
    private static final String FILE = "/openapi/examples.json";

    private final JsonNode examples;

    Examples() {
        try (var file = Objects.requireNonNull(Examples.class.getResourceAsStream(FILE), FILE)) {
            examples = Json31.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an example of a component, or of an array of one. */
    Optional<Object> of(Schema<?> schema) {
        if (schema.getItems() != null) {
            return of(schema.getItems())
                    .map(item -> Json31.mapper().createArrayNode().add((JsonNode) item));
        }
        var reference = schema.get$ref();
        return reference == null
                ? Optional.empty()
                : Optional.ofNullable(examples.get(reference.substring(Schemas.COMPONENTS.length())));
    }
}
