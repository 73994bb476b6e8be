package org.aigovernancehub.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event, as the audit trail shows it.
 *
 * @param id the event's position
 * @param entityType the kind of what it happened to: {@code Model}, {@code Policy}, ...
 * @param entityId its id, as text
 * @param entityName what that was called after the event; null for what has no name
 * @param action the event's name in upper snake case
 * @param actor the user name; {@code system} for what the hub does by itself
 * @param details the event's payload, as it is stored
 * @param organizationId null for what belongs to the platform
 * @param demo whether a demonstration made it up
 */
record AuditEntry(
        long id,
        String entityType,
        String entityId,
        @Nullable String entityName,
        String action,
        String actor,
        @Nullable Long actorId,
        @Schema(type = "object") JsonNode details,
        Instant timestamp,
        @Nullable Long organizationId,
        @Nullable String correlationId,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean demo) {}
