package org.aigovernancehub.hub.web.json;

import java.time.Instant;
import org.aigovernancehub.api.Patch;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The one JSON dialect of the HTTP interface. Strict in what can only be a mistake (doubled members, strings for numbers), lenient in
 * members that it does not know, because existing clients send some.
 */
public final class HubJson {
    private static final JsonMapper MAPPER = build();

    private HubJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static JsonMapper build() {
        var module = new SimpleModule("hub")
                .addSerializer(Instant.class, new InstantJson.Writer())
                .addDeserializer(Instant.class, new InstantJson.Reader())
                .addDeserializer(Patch.class, new PatchReader());
        var builder = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .addModule(module)
                .addMixIn(ProblemDetail.class, ProblemJson.class)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // The text of a request is the client's; an error must not hand it on.
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .withCoercionConfigDefaults(config -> {
                    config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
                })
                .withCoercionConfig(LogicalType.Textual, config -> {
                    config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                });
        return builder.build();
    }
}
