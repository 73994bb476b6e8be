package org.aigovernancehub.hub.web.json;

import org.aigovernancehub.api.Patch;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Tells an absent member of a merge patch from one that is null. */
final class PatchReader extends StdDeserializer<Patch<?>> {
    private final @Nullable JavaType content;

    PatchReader() {
        super(Patch.class);
        this.content = null;
    }

    private PatchReader(JavaType patch) {
        super(patch);
        this.content = patch.containedTypeOrUnknown(0);
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        var type = property == null ? context.getContextualType() : property.getType();
        return new PatchReader(type);
    }

    @Override
    public Patch<?> deserialize(JsonParser parser, DeserializationContext context) {
        return Patch.of(context.readValue(parser, java.util.Objects.requireNonNull(content, "used without its type")));
    }

    @Override
    public Patch<?> getNullValue(DeserializationContext context) {
        return Patch.of(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Patch.absent();
    }
}
