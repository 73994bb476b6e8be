package org.aigovernancehub.api.event;

import org.jspecify.annotations.Nullable;

/**
 * Who caused an event, kept beside its payload.
 *
 * @param actor the user name; {@code system} for what the hub does by itself
 * @param actorId the user's id; null for the system
 * @param tokenId the API token that acted for the user; null where the user acted in person
 * @param correlationId ties an event to the request, and the log lines, that caused it
 * @param demo whether a demonstration made it up
 */
public record Metadata(
        String actor,
        @Nullable Long actorId,
        @Nullable Long tokenId,
        @Nullable String correlationId,
        boolean demo) {

    public static final String SYSTEM = "system";
}
