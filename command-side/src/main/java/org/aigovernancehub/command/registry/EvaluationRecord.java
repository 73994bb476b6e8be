package org.aigovernancehub.command.registry;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.ReviewOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What a model has to show when it is judged: metrics, and endorsements since it last entered {@code under_review}. Only counts and ids are
 * kept, so that the cost of a decision does not grow with history. Folded by decisions and by reports alike.
 */
public final class EvaluationRecord {
    private long metricCount;
    private Set<Long> endorsers = new HashSet<>();

    /** Takes the next event of the model's stream in. */
    public void on(ModelEvent event, EventContext context) {
        switch (event) {
            case ModelEvent.Measured measured ->
                metricCount += measured.metrics().size();
            case ModelEvent.ReviewRecorded review -> reviewed(review.outcome(), context.actorId());
            case ModelEvent.ComplianceStatusChanged changed -> {
                if (changed.to() == ComplianceStatus.UNDER_REVIEW) {
                    enteredReview();
                }
            }
            case ModelEvent.ModelRegistered _,
                    ModelEvent.ModelDetailsChanged _,
                    ModelEvent.RiskProfileChanged _,
                    ModelEvent.ComplianceStatusChangeBlocked _,
                    ModelEvent.TransitionRejected _,
                    ModelEvent.VersionRegistered _,
                    ModelEvent.DatasetLinked _,
                    ModelEvent.DependencyAdded _ -> {}
        }
    }

    /** Returns what policies judge, if the model were to be moved to a state. */
    public Facts factsFor(ModelView model, @Nullable Long registeredBy, ComplianceStatus attempted) {
        return new Facts(
                model.status(),
                attempted,
                model.risk().riskLevel(),
                metricCount,
                hasIndependentEndorsement(registeredBy, model.compliance().submittedBy()));
    }

    /** A later request for changes, by anybody, voids the endorsements before it. */
    private void reviewed(ReviewOutcome outcome, @Nullable Long reviewer) {
        switch (outcome) {
            case CHANGES_REQUESTED -> endorsers = new HashSet<>();
            case ENDORSED -> {
                if (reviewer != null) {
                    endorsers.add(reviewer);
                }
            }
        }
    }

    private void enteredReview() {
        endorsers = new HashSet<>();
    }

    /** Tells whether somebody has endorsed it who neither registered nor submitted it. */
    private boolean hasIndependentEndorsement(@Nullable Long registeredBy, @Nullable Long submittedBy) {
        return endorsers.stream()
                .anyMatch(
                        endorser -> !Objects.equals(endorser, registeredBy) && !Objects.equals(endorser, submittedBy));
    }
}
