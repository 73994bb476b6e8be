package org.aigovernancehub.command.registry;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.aigovernancehub.api.registry.ReviewOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What a model has to show when it is judged: metrics, and endorsements since it last entered {@code under_review}. Only counts and ids are
 * kept, so that the cost of a decision does not grow with history.
 */
final class EvaluationRecord {
    private long metricCount;
    private Set<Long> endorsers = new HashSet<>();

    void metricRecorded() {
        metricCount++;
    }

    /** A later request for changes, by anybody, voids the endorsements before it. */
    void reviewed(ReviewOutcome outcome, @Nullable Long reviewer) {
        switch (outcome) {
            case CHANGES_REQUESTED -> endorsers = new HashSet<>();
            case ENDORSED -> {
                if (reviewer != null) {
                    endorsers.add(reviewer);
                }
            }
        }
    }

    void enteredReview() {
        endorsers = new HashSet<>();
    }

    long metricCount() {
        return metricCount;
    }

    /** Tells whether somebody has endorsed it who neither registered nor submitted it. */
    boolean hasIndependentEndorsement(@Nullable Long registeredBy, @Nullable Long submittedBy) {
        return endorsers.stream()
                .anyMatch(
                        endorser -> !Objects.equals(endorser, registeredBy) && !Objects.equals(endorser, submittedBy));
    }
}
