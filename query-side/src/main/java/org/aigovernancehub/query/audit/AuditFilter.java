package org.aigovernancehub.query.audit;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which entries of the audit trail to list. */
record AuditFilter(
        @Parameter(description = "The kind of what it happened to: Model, Policy, Dataset, Organization, User, ...")
        @BindParam("entity_type")
        @Nullable
        String entityType,

        @BindParam("entity_id") @Nullable String entityId,

        @Parameter(description = "The event's name in upper snake case: COMPLIANCE_STATUS_CHANGE_BLOCKED") @Nullable
        String action,

        @Parameter(description = "The name of the user who did it") @Nullable
        String actor,

        @Parameter(description = "The earliest time") @Nullable
        Instant from,

        @Parameter(description = "The time before which") @Nullable
        Instant to,

        @Parameter(description = "A position: lists what came after it, the oldest first; for polling")
        @Min(value = 0, message = "must be 0 or more")
        @Nullable
        Long after) {}
