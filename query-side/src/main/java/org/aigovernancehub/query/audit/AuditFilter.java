package org.aigovernancehub.query.audit;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.read.ReadCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which entries of the audit trail to list, or to count. */
record AuditFilter(
        @Parameter(description = "Only entries of this organisation; for platform staff, who see all of them")
        @BindParam("organization_id")
        @Nullable
        Long organizationId,

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
        Instant to) {

    /** Keeps to what is asked for, of what the caller may see. */
    ListQuery<AuditEntry> of(ListQuery<AuditEntry> visible, ReadCall call) {
        return visible.where("organization_id = ?", organizationId == null ? null : call.tenant(organizationId))
                .where("entity_type = ?", entityType)
                .where("entity_id = ?", entityId)
                .where("action = ?", action)
                .where("actor = ?", actor)
                .recorded("recorded_at", from, to);
    }
}
