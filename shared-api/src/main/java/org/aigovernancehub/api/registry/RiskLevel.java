package org.aigovernancehub.api.registry;

import org.aigovernancehub.api.Wire;

/** The risk classes of the EU AI Act, from the lowest to the highest; {@code UNCLASSIFIED} comes first, since leaving it is a rise too. */
public enum RiskLevel implements Wire {
    UNCLASSIFIED,
    MINIMAL,
    LIMITED,
    HIGH,
    UNACCEPTABLE;

    /** Tells whether this is a higher level than the other. */
    public boolean isAbove(RiskLevel other) {
        return compareTo(other) > 0;
    }

    /** Tells whether the stricter policies apply: {@code high} or {@code unacceptable}. */
    public boolean isHighOrAbove() {
        return compareTo(HIGH) >= 0;
    }
}
