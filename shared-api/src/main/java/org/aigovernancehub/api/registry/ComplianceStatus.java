package org.aigovernancehub.api.registry;

import java.util.Set;
import org.aigovernancehub.api.Wire;

/** The states of the compliance lifecycle and the moves between them. {@code RETIRED} is final. */
public enum ComplianceStatus implements Wire {
    DRAFT,
    UNDER_REVIEW,
    APPROVED,
    RETIRED;

    /** Returns the states that can be reached in one move, the present one not among them. */
    public Set<ComplianceStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(UNDER_REVIEW, APPROVED, RETIRED);
            case UNDER_REVIEW -> Set.of(DRAFT, APPROVED, RETIRED);
            case APPROVED -> Set.of(UNDER_REVIEW, RETIRED);
            case RETIRED -> Set.of();
        };
    }

    /** Tells whether the lifecycle has this move; policies and roles are asked apart. */
    public boolean canBecome(ComplianceStatus other) {
        return next().contains(other);
    }
}
