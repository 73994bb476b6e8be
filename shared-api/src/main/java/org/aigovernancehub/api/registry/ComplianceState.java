package org.aigovernancehub.api.registry;

import java.time.Instant;
import org.aigovernancehub.api.event.EventContext;
import org.jspecify.annotations.Nullable;

/**
 * Where a model stands in its lifecycle, and by whom.
 *
 * @param submittedBy the user who last moved it to {@code under_review}
 * @param approvedByUserId who approved it; null unless it is approved, as are the two below
 */
public record ComplianceState(
        ComplianceStatus complianceStatus,
        @Nullable Long submittedBy,
        @Nullable Long approvedByUserId,
        @Nullable Instant approvedAt,
        @Nullable String approvalNotes) {

    public static final ComplianceState DRAFT = new ComplianceState(ComplianceStatus.DRAFT, null, null, null, null);

    /** Returns the state after an accepted move. Leaving {@code approved} clears who approved; the trail keeps it. */
    public ComplianceState after(ModelEvent.ComplianceStatusChanged event, EventContext context) {
        return switch (event.to()) {
            case UNDER_REVIEW -> new ComplianceState(event.to(), context.actorId(), null, null, null);
            case APPROVED ->
                new ComplianceState(event.to(), submittedBy, context.actorId(), context.at(), event.approvalNotes());
            case DRAFT, RETIRED -> new ComplianceState(event.to(), submittedBy, null, null, null);
        };
    }
}
