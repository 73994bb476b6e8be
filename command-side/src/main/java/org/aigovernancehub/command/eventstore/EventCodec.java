package org.aigovernancehub.command.eventstore;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventNames;
import org.aigovernancehub.api.event.Metadata;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes events as JSON and reads them back, by the closed list of {@link EventNames}: no class name is ever stored or trusted. Older
 * revisions are lifted to the present one by upcasters before they are read.
 */
public final class EventCodec {

    /** The revision of an event that a stored row has. */
    public record Key(String name, int revision) {}

    /** An event as it is stored. */
    public record Encoded(String name, int revision, String payload) {}

    private final JsonMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Map<Key, UnaryOperator<ObjectNode>> upcasters;

    public EventCodec() {
        this(Map.of());
    }

    /** @param upcasters from each older revision of an event to the next one */
    public EventCodec(Map<Key, UnaryOperator<ObjectNode>> upcasters) {
        this.upcasters = Map.copyOf(upcasters);
    }

    public Encoded encode(DomainEvent event) {
        var type = EventNames.of(event.getClass());
        return new Encoded(type.name(), type.revision(), mapper.writeValueAsString(event));
    }

    /**
     * Reads a stored event.
     *
     * @throws UnknownEvent if its name, revision or content is not one that this hub knows
     */
    public DomainEvent decode(String name, int revision, String payload) {
        var type = EventNames.all().get(name);
        if (type == null) {
            throw new UnknownEvent("no event is named '%s'".formatted(name), null);
        }
        var present = EventNames.of(type).revision();
        if (revision > present) {
            throw new UnknownEvent(
                    "%s has revision %d, this hub knows up to %d".formatted(name, revision, present), null);
        }
        try {
            return revision == present
                    ? mapper.readValue(payload, type)
                    : mapper.treeToValue(lift(name, revision, present, payload), type);
        } catch (JacksonException e) {
            throw new UnknownEvent("%s revision %d cannot be read".formatted(name, revision), e);
        }
    }

    public String encode(Metadata metadata) {
        return mapper.writeValueAsString(metadata);
    }

    /** @throws UnknownEvent if it cannot be read */
    public Metadata decodeMetadata(String metadata) {
        try {
            return mapper.readValue(metadata, Metadata.class);
        } catch (JacksonException e) {
            throw new UnknownEvent("the metadata cannot be read", e);
        }
    }

    private JsonNode lift(String name, int revision, int present, String payload) {
        if (!(mapper.readTree(payload) instanceof ObjectNode node)) {
            throw new UnknownEvent("%s revision %d cannot be read".formatted(name, revision), null);
        }
        for (int at = revision; at < present; at++) {
            var upcaster = upcasters.get(new Key(name, at));
            if (upcaster == null) {
                throw new UnknownEvent("%s has no upcaster from revision %d".formatted(name, at), null);
            }
            node = upcaster.apply(node);
        }
        return node;
    }

    /** A stored event that is not in the contract. */
    public static final class UnknownEvent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownEvent(String message, @org.jspecify.annotations.Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
